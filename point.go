package entente

import (
	"bytes"
	"errors"
	"math"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// Point is a point on the Earth, in degrees of WGS 84. The zero Point means not
// known, and is not valid in a file.
type Point struct {
	// Lat is the latitude, from -90 to 90; north is positive.
	Lat float64 `json:"lat"`
	// Lon is the longitude, from -180 to 180; east is positive.
	Lon float64 `json:"lon"`
}

// IsZero reports whether p is the zero Point.
func (p Point) IsZero() bool { return p == Point{} }

// String returns the point as "33.65,73.05", and the zero Point as "".
func (p Point) String() string {
	if p.IsZero() {
		return ""
	}
	text := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	return text(p.Lat) + "," + text(p.Lon)
}

// MarshalJSON implements [encoding/json.Marshaler]. The zero Point is written as
// null; a [Place] leaves it out. Degrees that are infinite or not a number are an
// error.
func (p Point) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	for _, f := range []float64{p.Lat, p.Lon} {
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return nil, &textError{problem: "a point that JSON cannot hold: " + p.String(), is: ErrRange}
		}
	}
	var b bytes.Buffer
	w := memberWriter{enc: jsontext.NewEncoder(&b)}
	writePoint(&w, &p)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), w.err
}

// UnmarshalJSON implements [encoding/json.Unmarshaler]. It accepts an object
// with both members, each a number. Null gives the zero Point, but the [Loader]
// refuses it.
func (p *Point) UnmarshalJSON(data []byte) error {
	return unmarshal(p, data, "a point", ErrNull)
}

// explain is like [Names.explain].
func (p *Point) explain(data []byte, what string, fault func(*textError) bool) {
	const form = `write {"lat": 33.65, "lon": 73.05}`
	if kind := jsontext.Value(data).Kind(); kind != '{' {
		fault(&textError{problem: what + " must be an object with lat and lon, not " + describeJSON(kind),
			hint: form, is: typeOrNull(kind)})
		return
	}
	seen := make(map[string]bool)
	done, faults := false, false
	eachMember(data, func(m member) bool {
		unquoted, err := jsontext.AppendUnquote(nil, m.name)
		name := string(unquoted)
		pointer := "/" + escapePointer(name)
		var e *textError
		switch {
		case err != nil:
			message, hint := explainUTF8(m.name)
			e = &textError{m.nameAt, pointer, message, hint, ErrUTF8}
		case seen[name]:
			e = &textError{m.nameAt, pointer, "member " + quote(name) + " occurs twice", "write it once", ErrDuplicate}
		case name == "lat":
			p.Lat, e = degrees(m, pointer)
		case name == "lon":
			p.Lon, e = degrees(m, pointer)
		default:
			e = &textError{m.nameAt, pointer, "unknown member " + quote(name), oneOf(name, without(data, []string{"lat", "lon"})),
				ErrUnknownMember}
		}
		seen[name] = true
		faults = faults || e != nil
		done = e != nil && !fault(e)
		return !done
	})
	switch {
	case done || faults:
	case !(seen["lat"] && seen["lon"]):
		fault(&textError{problem: "a point needs lat and lon", hint: form, is: ErrMissing})
	case p.IsZero():
		fault(&textError{problem: "0, 0 means an unknown position", hint: "leave the point out"})
	}
}

// degrees reads a number of degrees. How many there can be is for the checker.
func degrees(m member, pointer string) (float64, *textError) {
	if kind := m.value.Kind(); kind != '0' {
		hint := "write a number such as 33.65"
		if kind == 'n' {
			return 0, &textError{m.valueAt, pointer, "null is not allowed", "leave the point out", ErrNull}
		}
		return 0, &textError{m.valueAt, pointer, quote(pointer[1:]) + " must be a number, not " + describeJSON(kind),
			hint, ErrType}
	}
	f, err := strconv.ParseFloat(string(m.value), 64)
	if errors.Is(err, strconv.ErrRange) {
		return 0, &textError{m.valueAt, pointer, clip(string(m.value), 40) + " is too large a number", "", ErrRange}
	}
	return f + 0, nil // which makes -0 a 0
}
