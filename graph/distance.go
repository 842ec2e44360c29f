package graph

import "math"

// earthRadius is the mean radius of the earth in metres (IUGG).
const earthRadius = 6_371_008.8

// Distance is the great-circle distance of two points, given in millionths of a degree, in
// whole metres: the measure of PropNear in every store.
func Distance(latitudeA, longitudeA, latitudeB, longitudeB int) int {
	const radian = math.Pi / 180 / 1e6
	a, b := float64(latitudeA)*radian, float64(latitudeB)*radian
	dLat := math.Sin(float64(b-a) / 2)
	dLon := math.Sin(float64(longitudeB-longitudeA) * radian / 2)
	// Each product is rounded by itself: a fused multiply and add differs between processors.
	h := float64(dLat*dLat) + float64(float64(math.Cos(a)*math.Cos(b))*float64(dLon*dLon))
	return int(math.Round(2 * earthRadius * math.Asin(math.Sqrt(min(1, h)))))
}
