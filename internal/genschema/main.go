// Command genschema writes data/entente.schema.json, the JSON Schema of the
// data format, from the Go source of the package: the members from the struct
// types and their tags, what a member can be from the walk of its type, the
// values from the tables of the enumerations, and every description from a
// comment. What Go does not say is in base.json (the forms of IDs, dates and
// texts) and in rules.json (rules about several members, and examples).
//
// It is run by go generate in the root of the module.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"os"
)

//go:embed base.json
var baseJSON []byte

//go:embed rules.json
var rulesJSON []byte

func main() {
	dir := flag.String("dir", ".", "the folder of the package")
	out := flag.String("out", "data/entente.schema.json", "the file to write")
	flag.Parse()
	data, err := generate(*dir)
	if err == nil {
		err = os.WriteFile(*out, data, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "genschema:", err)
		os.Exit(1)
	}
}

// generate returns the schema of the package in the folder.
func generate(dir string) ([]byte, error) {
	p, err := readPackage(dir)
	if err != nil {
		return nil, err
	}
	s, err := p.schema()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	err = enc.Encode(s)
	return b.Bytes(), err
}

// An object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// set adds a member, or replaces its value. A nil value removes it.
func (o *object) set(name string, value any) {
	for i := range *o {
		if (*o)[i].name == name {
			if (*o)[i].value = value; value == nil {
				*o = append((*o)[:i], (*o)[i+1:]...)
			}
			return
		}
	}
	if value != nil {
		*o = append(*o, member{name, value})
	}
}

// get returns the object under the name, which is empty if there is none.
func (o object) get(name string) object {
	for _, m := range o {
		if m.name == name {
			value, _ := m.value.(object)
			return value
		}
	}
	return nil
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := enc.Encode(m.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := enc.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// parse reads JSON with its order kept.
func parse(data []byte) (object, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	v, err := parseValue(dec)
	if err != nil {
		return nil, err
	}
	return v.(object), nil
}

func parseValue(dec *json.Decoder) (any, error) {
	t, err := dec.Token()
	if err != nil {
		return nil, err
	}
	switch t {
	case json.Delim('{'):
		o := object{}
		for dec.More() {
			name, err := dec.Token()
			if err != nil {
				return nil, err
			}
			v, err := parseValue(dec)
			if err != nil {
				return nil, err
			}
			o = append(o, member{name.(string), v})
		}
		_, err = dec.Token()
		return o, err
	case json.Delim('['):
		list := []any{}
		for dec.More() {
			v, err := parseValue(dec)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err = dec.Token()
		return list, err
	}
	return t, nil
}
