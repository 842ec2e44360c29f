package graph

import (
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// changedNames are the API's names of the fields whose name does not follow from the field
// itself; "" for those that only repeat another.
var changedNames = map[string]string{
	"Actor.Mentions":   "mentionCount",
	"Actor.Events":     "eventCount",
	"Article.Body":     "",
	"Article.TextHash": "text",
	"Article.Recorded": "retractedAt",
	"Place.Located":    "",
	"Tie.Span":         "stated",
}

// ChangedFields names the fields in which two states of one node differ, as the API spells
// them, sorted; nil if they are equal. Both must be of the same class.
func ChangedFields(before, after Node) []string {
	a, b := reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem()
	if a.Type() != b.Type() {
		return nil
	}
	names := changedIn(nil, a.Type().Name(), a, b)
	slices.Sort(names)
	return slices.Compact(names)
}

func changedIn(names []string, class string, a, b reflect.Value) []string {
	for i := range a.NumField() {
		f := a.Type().Field(i)
		if f.Anonymous {
			names = changedIn(names, class, a.Field(i), b.Field(i))
			continue
		}
		if equalValues(a.Field(i), b.Field(i)) {
			continue
		}
		name, special := changedNames[class+"."+f.Name]
		if !special {
			name = apiName(f.Name)
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return names
}

// apiName turns "CountryID" into "country", "PlaceIDs" into "places", "FirstSeen" into
// "firstSeen", "URL" into "url".
func apiName(field string) string {
	if strings.ToUpper(field) == field {
		return strings.ToLower(field)
	}
	if s, ok := strings.CutSuffix(field, "IDs"); ok && s != "About" {
		field = s + "s"
	} else {
		field = strings.TrimSuffix(strings.TrimSuffix(field, "IDs"), "ID")
	}
	r, n := utf8.DecodeRuneInString(field)
	return string(unicode.ToLower(r)) + field[n:]
}

var timeType = reflect.TypeFor[time.Time]()

// equalValues compares deeply; times by their moment, and no list equals an empty one.
func equalValues(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return equalValues(a.Elem(), b.Elem())
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !equalValues(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Struct:
		if a.Type() == timeType {
			return a.Interface().(time.Time).Equal(b.Interface().(time.Time))
		}
		for i := range a.NumField() {
			if !equalValues(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	default:
		return a.Equal(b)
	}
}
