package geo

import (
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Write writes the places of d that have a position to w, as a
// FeatureCollection of GeoJSON. It writes one feature at a time, the same for
// equal datasets. It returns what it does not write; see the package's
// documentation. Any error comes from w.
func Write(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	if w == nil {
		return nil, errors.New("geo: no writer to write to")
	}
	g := &writer{enc: jsontext.NewEncoder(w, jsontext.WithIndent("  "))}
	g.tokens(jsontext.BeginObject, jsontext.String("type"), jsontext.String("FeatureCollection"),
		jsontext.String("features"), jsontext.BeginArray)
	for r := range d.All() {
		g.record(r)
	}
	g.tokens(jsontext.EndArray, jsontext.EndObject)
	objects.LoseWhole(&g.losses, d, entente.KindAgreement, entente.KindExercise, entente.KindMeeting)
	g.losses.AddN(0, "extra", len(d.Extra()))
	for range d.Sources() {
		g.losses.Add(0, "sources")
	}
	return g.losses, g.err
}

type writer struct {
	enc    *jsontext.Encoder
	losses interop.Losses
	err    error // the first
}

func (g *writer) tokens(tokens ...jsontext.Token) {
	for _, t := range tokens {
		if g.err == nil {
			g.err = g.enc.WriteToken(t)
		}
	}
}

// placesOf returns the places of a record and its name. Only some kinds have
// places.
func placesOf(r entente.Record) ([]entente.Place, entente.Text, bool) {
	switch r := r.(type) {
	case entente.Agreement:
		return r.Places, r.Name, true
	case entente.Exercise:
		return r.Places, r.Name, true
	case entente.Meeting:
		return r.Places, r.Name, true
	}
	return nil, entente.Text{}, false
}

// record writes the places of a record.
func (g *writer) record(r entente.Record) {
	places, name, ok := placesOf(r)
	if !ok || g.err != nil {
		return
	}
	f := r.AsFact()
	if !slices.ContainsFunc(places, func(p entente.Place) bool { return !p.At.IsZero() }) {
		g.losses.Add(r.Kind(), "")
		return
	}
	common := properties{
		{"record", string(f.ID)}, {"kind", r.Kind().String()},
	}
	common.text("name", name)
	common.word("when", f.When.String())
	common.word("basis", f.Basis.String())
	var actors, sources []string
	for id := range r.Actors() {
		actors = append(actors, string(id))
	}
	for _, c := range f.Cites {
		if id := string(c.Source); !slices.Contains(sources, id) {
			sources = append(sources, id)
		}
	}
	common = append(common, property{"actors", actors}, property{"sources", sources})
	without := false
	for i, p := range places {
		if p.At.IsZero() {
			without = true
			continue
		}
		own := slices.Clone(common)
		own.text("place", p.Name)
		own.word("facility", string(p.Facility))
		own.word("nation", string(p.Nation))
		g.feature(string(f.ID)+"/"+strconv.Itoa(i+1), p.At, own)
	}
	if without {
		g.losses.Add(r.Kind(), "places")
	}
	g.lose(r)
}

// feature writes a feature.
func (g *writer) feature(id string, at entente.Point, all properties) {
	text := jsontext.String
	g.tokens(jsontext.BeginObject, text("type"), text("Feature"), text("id"), text(id),
		text("geometry"), jsontext.BeginObject, text("type"), text("Point"), text("coordinates"),
		jsontext.BeginArray, jsontext.Float(at.Lon), jsontext.Float(at.Lat), jsontext.EndArray, jsontext.EndObject,
		text("properties"), jsontext.BeginObject)
	for _, p := range all {
		g.tokens(text(p.name))
		switch v := p.value.(type) {
		case string:
			g.tokens(text(v))
		case []string:
			g.tokens(jsontext.BeginArray)
			for _, s := range v {
				g.tokens(text(s))
			}
			g.tokens(jsontext.EndArray)
		}
	}
	g.tokens(jsontext.EndObject, jsontext.EndObject)
}

// lose counts the members of a record that no property has.
func (g *writer) lose(r entente.Record) {
	data, err := json.Marshal(r)
	var members map[string]jsontext.Value
	if err == nil {
		err = json.Unmarshal(data, &members)
	}
	if err != nil {
		if g.err == nil {
			g.err = err
		}
		return
	}
	for name := range members {
		switch name {
		case "id", "name", "when", "basis", "places", "cites":
		default:
			g.losses.Add(r.Kind(), name)
		}
	}
	for _, c := range r.AsFact().Cites {
		if len(c.Paragraphs) > 0 || c.Locator != "" || c.Part != 0 || c.Quote != "" {
			g.losses.Add(r.Kind(), "cites")
			return
		}
	}
}

// A property is one of a feature: a string, or a list of strings.
type property struct {
	name  string
	value any
}

type properties []property

func (ps *properties) word(name, value string) {
	if value != "" {
		*ps = append(*ps, property{name, value})
	}
}

func (ps *properties) text(name string, t entente.Text) {
	for tag, words := range t.All() {
		*ps = append(*ps, property{name + "." + tag.String(), words})
	}
}
