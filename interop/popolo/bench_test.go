package popolo

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/internal/objects"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/language"
)

// parliament returns a file of n persons, as EveryPolitician writes them.
func parliament(n int) []byte {
	var b strings.Builder
	b.WriteString(`{"persons": [`)
	for i := range n {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, `
    {
      "gender": "female",
      "id": "9ba66d41-8e30-431f-8fcb-%012d",
      "identifiers": [
        {
          "identifier": "%d",
          "scheme": "house"
        },
        {
          "identifier": "Q%d",
          "scheme": "wikidata"
        }
      ],
      "image": "https://example.org/images/%d.jpg",
      "links": [
        {
          "note": "Site",
          "url": "https://example.org/%d"
        }
      ],
      "name": "Person Number %d",
      "other_names": [
        {
          "lang": "en",
          "name": "Person %d",
          "note": "multilingual"
        },
        {
          "lang": "ur",
          "name": "شخص %d",
          "note": "multilingual"
        }
      ]
    }`, i, i, i, i, i, i, i, i)
	}
	b.WriteString(`], "organizations": [{"id": "na", "name": "Assembly", "classification": "legislature"}, {"id": "p", "name": "P"}],
"memberships": [`)
	for i := range n {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, `
    {
      "area_id": "area/%d",
      "legislative_period_id": "term/14",
      "on_behalf_of_id": "p",
      "organization_id": "na",
      "person_id": "9ba66d41-8e30-431f-8fcb-%012d",
      "role": "member",
      "start_date": "2013-06-01"
    }`, i, i)
	}
	b.WriteString("]}\n")
	return []byte(b.String())
}

func BenchmarkRead(b *testing.B) {
	data := parliament(2000)
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
	data := parliament(20)
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
	var file struct {
		Persons []struct {
			ID          string `json:"id"`
			Name        string `json:"name"`
			Identifiers []struct {
				Scheme     string `json:"scheme"`
				Identifier string `json:"identifier"`
			} `json:"identifiers"`
			Gender     string         `json:"gender"`
			Image      string         `json:"image"`
			Links      jsontext.Value `json:"links"`
			OtherNames jsontext.Value `json:"other_names"`
		} `json:"persons"`
		Organizations []struct {
			ID             string `json:"id"`
			Name           string `json:"name"`
			Classification string `json:"classification"`
		} `json:"organizations"`
		Memberships []struct {
			Person string `json:"person_id"`
			Body   string `json:"organization_id"`
			Behalf string `json:"on_behalf_of_id"`
			Area   string `json:"area_id"`
			Term   string `json:"legislative_period_id"`
			Role   string `json:"role"`
			Start  string `json:"start_date"`
			End    string `json:"end_date"`
		} `json:"memberships"`
	}
	if err := json.UnmarshalRead(bytes.NewReader(data), &file); err != nil {
		return rs, err
	}
	rs.Sources = []entente.Source{{ID: "popolo", Title: entente.English("A Popolo file")}}
	fact := func(prefix, id string) entente.Fact {
		return entente.Fact{ID: entente.ID(prefix + id), Basis: entente.BasisReported,
			Cites:       []entente.Citation{{Source: "popolo", Locator: id}},
			Identifiers: []entente.Identifier{{Scheme: "popolo", Value: id}}}
	}
	people := make(map[string]int)
	for _, p := range file.Persons {
		o := entente.Official{Fact: fact("person-", p.ID), Name: objects.Und(p.Name)}
		for _, x := range p.Identifiers {
			o.Identifiers = append(o.Identifiers, entente.Identifier{Scheme: x.Scheme, Value: x.Identifier})
		}
		var others []struct {
			Lang string `json:"lang"`
			Name string `json:"name"`
			Note string `json:"note"`
		}
		if err := json.Unmarshal(p.OtherNames, &others); err != nil {
			return rs, err
		}
		for _, n := range others {
			tag := language.Make(n.Lang)
			o.Aliases = o.Aliases.With(tag, append(o.Aliases.In(tag), n.Name)...)
		}
		if err := p.Links.Compact(); err != nil {
			return rs, err
		}
		if err := p.OtherNames.Compact(); err != nil {
			return rs, err
		}
		o.Extra = entente.Extra{{Key: "gender", Value: p.Gender}, {Key: "image", Value: p.Image},
			{Key: "links", Value: string(p.Links)}, {Key: "other_names", Value: string(p.OtherNames)}}
		people[p.ID] = len(rs.Officials)
		rs.Officials = append(rs.Officials, o)
	}
	for _, b := range file.Organizations {
		o := entente.Organization{Fact: fact("organization-", b.ID), Name: objects.Und(b.Name)}
		if b.Classification == "legislature" {
			o.Type = entente.OrganizationTypeLegislature
		}
		rs.Organizations = append(rs.Organizations, o)
	}
	for _, m := range file.Memberships {
		start, err := edtf.ParseDate(m.Start)
		if err != nil {
			return rs, err
		}
		period, err := edtf.NewPeriod(start, edtf.Date{})
		if err != nil {
			return rs, err
		}
		body := entente.ID("organization-" + m.Body)
		o := &rs.Officials[people[m.Person]]
		o.Postings = append(o.Postings, entente.Posting{Title: objects.Und(m.Role), Organization: body,
			For: entente.ID("organization-" + m.Behalf), Period: period})
		o.Extra = append(o.Extra, entente.KeyValue{Key: "area_id:" + string(body), Value: m.Area},
			entente.KeyValue{Key: "legislative_period_id:" + string(body), Value: m.Term})
	}
	return rs, nil
}
