package model

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// cursorVersion is the first byte of a cursor; another layout takes the next one.
const cursorVersion = 1

// binding is what a cursor belongs to: a list and all of its arguments but first and after.
type binding [8]byte

// bind makes a binding of the name of a list and its arguments as they were understood, so
// that spellings of one question share their cursors.
func bind(list string, arguments any) (binding, error) {
	text, err := json.Marshal(arguments)
	if err != nil {
		return binding{}, fmt.Errorf("bind cursors of %s: %w", list, err)
	}
	h := fnv.New64a()
	h.Write([]byte(list))
	h.Write([]byte{0})
	h.Write(text)
	return binding(h.Sum(nil)), nil
}

// encodeCursor writes a position as text: version, binding, rank, length of the key's text,
// text, id.
func encodeCursor(b binding, p graph.Position) string {
	buf := make([]byte, 0, 64+len(p.Text))
	buf = append(buf, cursorVersion)
	buf = append(buf, b[:]...)
	buf = binary.AppendVarint(buf, p.Rank)
	buf = binary.AppendUvarint(buf, uint64(len(p.Text)))
	buf = append(buf, p.Text...)
	buf = append(buf, p.ID...)
	return base64.RawURLEncoding.EncodeToString(buf)
}

// decodeCursor reads what encodeCursor wrote for the same binding. Its error is a
// *graph.ArgumentError of the argument after.
func decodeCursor(b binding, s string) (*graph.Position, error) {
	damaged := &graph.ArgumentError{
		Argument: "after", Message: "this is not a cursor of this server",
		Hint: "give the endCursor of a page, unchanged",
	}
	buf, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil || len(buf) < 1+len(b) || buf[0] != cursorVersion {
		return nil, damaged
	}
	if !slices.Equal(buf[1:1+len(b)], b[:]) {
		return nil, &graph.ArgumentError{
			Argument: "after", Message: "the cursor belongs to another list or to other arguments",
			Hint: "keep all arguments but first as they were, or start again without after",
		}
	}
	var p graph.Position
	rest := buf[1+len(b):]
	rank, n := binary.Varint(rest)
	if n <= 0 {
		return nil, damaged
	}
	p.Rank, rest = rank, rest[n:]
	length, n := binary.Uvarint(rest)
	if n <= 0 || length > uint64(len(rest)-n) {
		return nil, damaged
	}
	p.Text, rest = string(rest[n:n+int(length)]), rest[n+int(length):]
	if p.ID, err = graph.ParseID(string(rest)); err != nil {
		return nil, damaged
	}
	return &p, nil
}

// changeCursor writes a place in the change log.
func changeCursor(s graph.Sequence) string {
	return base64.RawURLEncoding.EncodeToString(binary.AppendVarint([]byte{cursorVersion}, int64(s)))
}

// decodeChangeCursor reads what changeCursor wrote. Its error is a *graph.ArgumentError of
// the argument after.
func decodeChangeCursor(s string) (graph.Sequence, error) {
	buf, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil && len(buf) > 1 && buf[0] == cursorVersion {
		if at, n := binary.Varint(buf[1:]); n == len(buf)-1 && at >= 0 {
			return graph.Sequence(at), nil
		}
	}
	return 0, &graph.ArgumentError{
		Argument: "after", Message: "this is not a place in the change log",
		Hint: "give info.lastChange, or the endCursor of a page of changes, unchanged",
	}
}
