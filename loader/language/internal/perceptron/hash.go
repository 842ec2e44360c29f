package perceptron

// Hash returns the hash of a string, FNV-1a with a last mix.
func Hash(s string) uint32 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return Mix(h)
}

// Mix spreads 64 bits over 32.
func Mix(h uint64) uint32 {
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	return uint32(h >> 32)
}

// Join makes one feature of a template's number and up to three values.
func Join(template int, a, b, c uint32) uint32 {
	h := uint64(template+1)*0x9E3779B97F4A7C15 ^ uint64(a)
	h *= 0xff51afd7ed558ccd
	h ^= h>>31 ^ uint64(b)<<17
	h *= 0xc4ceb9fe1a85ec53
	h ^= h>>29 ^ uint64(c)<<11
	h *= 0x9FB21C651E98DF25
	return uint32(h >> 32)
}

// Random is a generator of pseudo-random numbers (xorshift64*), the same on
// every machine and with every release of Go. The zero value works.
type Random struct{ state uint64 }

// NewRandom returns a generator. Seeds that differ give other numbers, 0 those
// of the zero value.
func NewRandom(seed uint64) *Random {
	if seed == 0 {
		return &Random{}
	}
	return &Random{uint64(Mix(seed))<<32 | uint64(Mix(seed+1)) | 1}
}

// Below returns a number from 0 to n-1.
func (r *Random) Below(n int) int {
	if r.state == 0 {
		r.state = 0x853c49e6748fea9b
	}
	r.state ^= r.state >> 12
	r.state ^= r.state << 25
	r.state ^= r.state >> 27
	return int((r.state * 2685821657736338717 >> 33) % uint64(n))
}

// Shuffle puts n things into a random order.
func (r *Random) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, r.Below(i+1))
	}
}
