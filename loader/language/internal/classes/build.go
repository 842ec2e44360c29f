package classes

import (
	"bytes"
	"encoding/binary"
	"slices"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
)

// Builder collects words for a file of classes. The zero value is empty.
type Builder struct{ words map[uint32]Class }

// Add enters a word in small letters. The first sense stays.
func (b *Builder) Add(word string, forms Class, sense uint32) {
	if b.words == nil {
		b.words = map[uint32]Class{}
	}
	h := form.Lower(word)
	c := b.words[h] | forms
	if c.Sense() == 0 {
		c |= Class(sense&0xff) << senseShift
	}
	b.words[h] = c
}

// Bytes returns the file.
func (b *Builder) Bytes() []byte {
	hashes := make([]uint32, 0, len(b.words))
	for h := range b.words {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	var out bytes.Buffer
	out.WriteString(magic)
	out.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(hashes))))
	at := 0
	for bucket := range 1<<topBits + 1 {
		for at < len(hashes) && int(hashes[at]>>(32-topBits)) < bucket {
			at++
		}
		out.Write(binary.LittleEndian.AppendUint32(nil, uint32(at)))
	}
	for _, h := range hashes {
		c := b.words[h]
		row := binary.LittleEndian.AppendUint32(nil, h)
		row = binary.LittleEndian.AppendUint16(row, uint16(c&Forms))
		out.Write(append(row, byte(c.Sense())))
	}
	return out.Bytes()
}
