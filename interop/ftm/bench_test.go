package ftm

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/language"
)

// entities returns n persons, each a director of the same company, and an address.
func entities(n int) []byte {
	var b strings.Builder
	b.WriteString(`{"id": "co", "schema": "Company", "properties": {"name": ["Example JSC"]}}` + "\n")
	for i := range n {
		fmt.Fprintf(&b, `{"id": "p-%d", "caption": "Person Number %d", "schema": "Person", "properties": `+
			`{"name": ["Person Number %d"], "alias": ["Number %d", "Номер %d"], "birthDate": ["1971-02-03"], "country": ["ru"], `+
			`"notes": ["A remark of some length, as the lists that are published have them by the dozen", "another"], `+
			`"topics": ["sanction", "role.pep"]}, "datasets": ["list", "other"], "target": true}`+"\n", i, i, i, i, i)
		fmt.Fprintf(&b, `{"id": "d-%d", "schema": "Directorship", "properties": {"director": ["p-%d"], "organization": ["co"], `+
			`"role": ["Director"], "startDate": ["2017-10-23"]}, "datasets": ["list"]}`+"\n", i, i)
		fmt.Fprintf(&b, `{"id": "a-%d", "schema": "Address", "properties": {"full": ["%d Example Street"]}}`+"\n", i, i)
	}
	return []byte(b.String())
}

func BenchmarkRead(b *testing.B) {
	data := entities(2000)
	b.Run("package", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if _, _, err := Read(bytes.NewReader(data), Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("byhand", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := byHand(data); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func TestByHand_FillsTheSameFields(t *testing.T) {
	t.Parallel()
	data := entities(20)
	want, _, err := Read(bytes.NewReader(data), Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := byHand(data)
	if err != nil {
		t.Fatal(err)
	}
	if !dataset(t, got).Equal(dataset(t, want)) {
		t.Error("the loop that Read is compared with fills other fields")
	}
}

// byHand fills the same fields of the same file with json/v2.
func byHand(data []byte) (rs entente.Records, err error) {
	type thing struct {
		ID         string              `json:"id"`
		Caption    string              `json:"caption"`
		Schema     string              `json:"schema"`
		Properties map[string][]string `json:"properties"`
		Datasets   jsontext.Value      `json:"datasets"`
		Target     jsontext.Value      `json:"target"`
	}
	rs.Sources = []entente.Source{{ID: "ftm", Title: entente.English("A FollowTheMoney file")}}
	people := make(map[string]int)
	var edges []thing
	dec := jsontext.NewDecoder(bytes.NewReader(data))
	for {
		var raw jsontext.Value
		if raw, err = dec.ReadValue(); err == io.EOF {
			break
		} else if err != nil {
			return rs, err
		}
		var e thing
		if err := json.Unmarshal(raw, &e); err != nil {
			return rs, err
		}
		f := entente.Fact{ID: entente.ID(e.ID), Basis: entente.BasisReported,
			Cites:       []entente.Citation{{Source: "ftm", Locator: e.ID}},
			Identifiers: []entente.Identifier{{Scheme: "ftm", Value: e.ID}}}
		p := e.Properties
		switch e.Schema {
		case "Person":
			o := entente.Official{Fact: f, Name: objects.Und(p["name"][0]), Nation: entente.ID(strings.ToUpper(p["country"][0]))}
			o.Aliases = o.Aliases.With(language.Und, p["alias"]...)
			o.Extra = entente.Extra{{Key: "caption", Value: e.Caption}, {Key: "target", Value: string(e.Target)}}
			delete(p, "name")
			delete(p, "country")
			delete(p, "alias")
			if err := keepByHand(&o.Extra, p, e.Datasets, ""); err != nil {
				return rs, err
			}
			people[e.ID] = len(rs.Officials)
			rs.Officials = append(rs.Officials, o)
		case "Company":
			rs.Organizations = append(rs.Organizations, entente.Organization{Fact: f, Name: objects.Und(p["name"][0]),
				Type: entente.OrganizationTypeCompany})
		case "Directorship":
			edges = append(edges, e)
		default:
			rs.Extra = append(rs.Extra, entente.KeyValue{Key: e.ID, Value: string(raw)})
		}
	}
	for _, e := range edges {
		p := e.Properties
		start, err := edtf.ParseDate(p["startDate"][0])
		if err != nil {
			return rs, err
		}
		period, err := edtf.NewPeriod(start, edtf.Date{})
		if err != nil {
			return rs, err
		}
		o := &rs.Officials[people[p["director"][0]]]
		o.Postings = append(o.Postings, entente.Posting{Title: objects.Und(p["role"][0]), Period: period,
			Organization: entente.ID(p["organization"][0]), Cites: []entente.Citation{{Source: "ftm", Locator: e.ID}}})
		o.Extra = append(o.Extra, entente.KeyValue{Key: "schema:" + e.ID, Value: e.Schema})
		if err := keepByHand(&o.Extra, nil, e.Datasets, ":"+e.ID); err != nil {
			return rs, err
		}
	}
	return rs, nil
}

func keepByHand(x *entente.Extra, p map[string][]string, datasets jsontext.Value, suffix string) error {
	if err := datasets.Compact(); err != nil {
		return err
	}
	*x = append(*x, entente.KeyValue{Key: "datasets" + suffix, Value: string(datasets)})
	for _, name := range slices.Sorted(maps.Keys(p)) {
		value := p[name][0]
		if len(p[name]) > 1 {
			list, err := json.Marshal(p[name])
			if err != nil {
				return err
			}
			value = string(list)
		}
		*x = append(*x, entente.KeyValue{Key: name + suffix, Value: value})
	}
	return nil
}
