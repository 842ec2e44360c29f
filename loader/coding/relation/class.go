package relation

// Class is a family of ties that are learned as one: what exactly a tie is called follows from
// the kinds of its ends.
type Class uint8

// The classes. Each but Family is read "from … to".
const (
	Located Class = iota // a person lives, a body sits, a place lies in a place
	Citizen              // a person is of a state
	Member               // somebody belongs to, works for or serves a body
	Leader               // a person heads a body or a state
	Part                 // a body is part of another
	Owner                // somebody owns something
	Founder              // somebody founded a body
	Family               // two people are kin or married
	Classes              // how many there are
)

var classNames = [Classes]string{"located", "citizen", "member", "leader", "part", "owner", "founder", "family"}

// String is the name of a class in lower case.
func (c Class) String() string { return classNames[c] }

// Label is a class with its direction in the text: whether the first of two ends, in the order
// of the text, is the one that the tie leads from.
type Label uint8

// Labels is the number of labels.
const Labels = 2 * int(Classes)

// LabelOf is the label of a class for two ends in the order of the text. A family tie has no
// direction and has one label.
func LabelOf(c Class, forward bool) Label {
	if forward || c == Family {
		return Label(2 * c)
	}
	return Label(2*c + 1)
}

// Class is the class of a label.
func (l Label) Class() Class { return Class(l / 2) }

// Forward reports whether the tie leads from the first end to the second.
func (l Label) Forward() bool { return l%2 == 0 }
