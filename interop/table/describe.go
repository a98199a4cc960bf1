package table

import (
	"io"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/weburl"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/language"
)

// The types of datapackage.json: a Tabular Data Package of Frictionless Data,
// version 1, which version 2 reads too. See specs.frictionlessdata.io.
type (
	description struct {
		Profile      string        `json:"profile"`
		Title        string        `json:"title,omitzero"`
		Version      string        `json:"version,omitzero"`
		Licences     []licence     `json:"licenses,omitempty"`
		Contributors []contributor `json:"contributors,omitempty"`
		Sources      []origin      `json:"sources,omitempty"`
		Resources    []resource    `json:"resources"`
	}
	licence struct {
		Name string `json:"name"`
	}
	contributor struct {
		Title string `json:"title"`
		Role  string `json:"role"`
	}
	origin struct {
		Title string `json:"title"`
		Path  string `json:"path,omitzero"`
	}
	resource struct {
		Profile     string  `json:"profile"`
		Name        string  `json:"name"`
		Description string  `json:"description,omitzero"`
		Path        string  `json:"path"`
		Format      string  `json:"format"`
		MediaType   string  `json:"mediatype"`
		Encoding    string  `json:"encoding"`
		Dialect     dialect `json:"dialect"`
		Schema      schema  `json:"schema"`
	}
	schema struct {
		Fields        []schemaField `json:"fields"`
		MissingValues []string      `json:"missingValues"`
		PrimaryKey    []string      `json:"primaryKey,omitempty"`
		ForeignKeys   []foreignKey  `json:"foreignKeys,omitempty"`
	}
	schemaField struct {
		Name        string      `json:"name"`
		Type        string      `json:"type"`
		Description string      `json:"description,omitzero"`
		Constraints constraints `json:"constraints,omitzero"`
	}
	constraints struct {
		Required bool     `json:"required,omitzero"`
		Enum     []string `json:"enum,omitempty"`
	}
	// dialect spares readers to guess from the first rows, where some are wrong.
	dialect struct {
		Delimiter   string `json:"delimiter"`
		QuoteChar   string `json:"quoteChar"`
		DoubleQuote bool   `json:"doubleQuote"`
	}
	foreignKey struct {
		Fields    []string `json:"fields"`
		Reference struct {
			Resource string   `json:"resource"`
			Fields   []string `json:"fields"`
		} `json:"reference"`
	}
)

// isName reports whether a package may give a licence by these words. Others are
// only in dataset.csv.
func isName(licence string) bool {
	return licence != "" && !strings.ContainsFunc(licence, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("-._", r))
	})
}

// describe writes datapackage.json.
func (w *writer) describe(f io.Writer, d *entente.Dataset) error {
	p := description{Profile: "tabular-data-package", Title: d.Title().Words(language.English),
		Version: d.Edition().Version}
	if name := d.Licence(); isName(name) {
		p.Licences = []licence{{name}}
	}
	for _, name := range d.Authors() {
		p.Contributors = append(p.Contributors, contributor{name, "author"})
	}
	if err := w.origins(&p); err != nil {
		return err
	}
	for _, t := range w.tabs {
		if headers := w.headers[t]; headers != nil {
			p.Resources = append(p.Resources, newResource(t.name, t.describe(), w.schema(t, headers)))
		}
	}
	p.Resources = append(p.Resources, newResource("pairs", "Records that tie a pair, by year and kind.", pairSchema()))
	return json.MarshalWrite(f, p, jsontext.WithIndent("  "))
}

// origins adds the sources that the data cites.
func (w *writer) origins(p *description) error {
	t := w.byName["sources"]
	return w.rows(t, func(r row) error {
		var title entente.Text
		if v := r.object["title"]; v != nil {
			if err := json.Unmarshal(v, &title); err != nil {
				return err
			}
		}
		o := origin{Title: title.Words(language.English), Path: weburl.WithScheme(plain(r.object["url"]))}
		if o.Title == "" {
			o.Title = r.keys[0]
		}
		p.Sources = append(p.Sources, o)
		return nil
	})
}

func newResource(name, description string, s schema) resource {
	return resource{"tabular-data-resource", name, description, name + ".csv", "csv", "text/csv", "utf-8",
		dialect{",", `"`, true}, s}
}

// describe says what a row of the table is.
func (t *tab) describe() string {
	var of string
	switch {
	case t.single:
		return "The data as a whole: one row."
	case t.record:
		return "The records of a kind: one a row."
	case t.parent == nil && !t.ofRecords:
		return "One entry a row."
	case t.parent == nil:
		of = "a record of any kind, by its id"
	case t.parent.single:
		of = "the data as a whole"
	default:
		of = "a row of " + t.parent.name
	}
	return strings.ToUpper(t.member[:1]) + t.member[1:] + " of " + of + ", in their order."
}

// schema describes the columns of a table.
func (w *writer) schema(t *tab, headers []header) schema {
	s := schema{MissingValues: []string{""}, PrimaryKey: t.keys}
	for _, h := range headers {
		s.Fields = append(s.Fields, h.describe(slices.Contains(t.keys, h.name)))
	}
	refer := func(fields []string, resource string, to []string) {
		k := foreignKey{Fields: fields}
		k.Reference.Resource, k.Reference.Fields = resource, to
		s.ForeignKeys = append(s.ForeignKeys, k)
	}
	if p := t.parent; p != nil && !p.single {
		refer(t.keys[:len(p.keys)], p.name, p.keys)
	}
	for _, c := range t.columns {
		if c.name == "source" && w.headers[w.byName["sources"]] != nil {
			refer([]string{"source"}, "sources", []string{"id"})
		}
	}
	return s
}

func (h header) describe(key bool) schemaField {
	f := schemaField{Name: h.name, Type: "string"}
	f.Constraints.Required = key
	switch {
	case h.path == nil && (h.name == "position" || strings.HasSuffix(h.name, ".position")):
		f.Type, f.Description = "integer", "The place in the list, from 1."
	case h.list:
		f.Description = "A list: its entries have semicolons between them."
		if h.enum != nil {
			f.Description += " Each is one of " + strings.Join(h.enum, ", ") + "."
		}
	case h.shape == shapeInteger:
		f.Type = "integer"
	case h.shape == shapeNumber:
		f.Type = "number"
	case h.shape == shapeBoolean:
		f.Type = "boolean"
	default:
		f.Constraints.Enum = h.enum
	}
	return f
}

// pairSchema describes pairs.csv.
func pairSchema() schema {
	s := schema{MissingValues: []string{notKnown}, PrimaryKey: pairColumns[:4]}
	for i, name := range pairColumns {
		f := schemaField{Name: name, Type: "string", Constraints: constraints{Required: i < 5}}
		switch {
		case name == "year" || i >= 5 && i < 11:
			f.Type = "integer"
		case i >= 11:
			f.Description = "A list: its entries have semicolons between them."
		}
		s.Fields = append(s.Fields, f)
	}
	return s
}
