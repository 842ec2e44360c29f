package graph

import "slices"

// What stores keep of facts beside the facts themselves, so that they can be found and counted
// by it.

// The bits of RoleBits.
const (
	SourceBit int64 = 1 << iota
	TargetBit
)

// RoleBits writes roles as one number: bit i for the role i of Roles.
func RoleBits(roles []Role) int64 {
	var bits int64
	for i, r := range Roles {
		if slices.Contains(roles, r) {
			bits |= 1 << i
		}
	}
	return bits
}

// RolesOf reads what RoleBits writes.
func RolesOf(bits int64) []Role {
	var roles []Role
	for i, r := range Roles {
		if bits&(1<<i) != 0 {
			roles = append(roles, r)
		}
	}
	return roles
}

// LeastNumbers are the largest lower bounds that passages give of each count: of "at least
// nine" and "twelve" dead it is twelve. Counts without a lower bound are not in the map.
func LeastNumbers(passages []*Evidence) map[CountOf]int64 {
	least := map[CountOf]int64{}
	for _, p := range passages {
		for _, q := range p.Numbers {
			if q.Low == nil {
				continue
			}
			if low, ok := least[q.Of]; !ok || *q.Low > low {
				least[q.Of] = *q.Low
			}
		}
	}
	return least
}
