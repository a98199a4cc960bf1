package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

// A pkg is what the Go source says about the format.
type pkg struct {
	structs   map[string]*structType
	objects   []string // those that a file holds, in the order of their walks
	enums     []*enum
	consts    map[string]constant // the constants of string and enumeration types
	topics    []string
	unclaimed []string // the members that no claim is about
	records   []string // the types of the records, by kind
}

type structType struct {
	doc    string
	fields []field
	walk   map[string]call // by the name of the member
}

type field struct {
	goName, name string // name is that in JSON; it is empty for what is embedded
	doc          string
	list         bool
	typ          string // of the elements, if it is a list
}

// A call is what the walk of a type does with one member.
type call struct {
	method string
	args   []string // those after the name of the member
}

func (c call) has(arg string) bool {
	for _, a := range c.args {
		if a == arg {
			return true
		}
	}
	return false
}

type enum struct {
	name, doc string
	values    []value
}

type value struct{ name, doc string }

type constant struct{ typ, value string }

// readPackage reads the files of the package in the folder, except its tests.
func readPackage(dir string) (*pkg, error) {
	p := &pkg{structs: make(map[string]*structType), consts: make(map[string]constant)}
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	docs := make(map[string]string)
	for _, f := range files {
		eachSpec(f, func(d *ast.GenDecl, spec ast.Spec) {
			if t, ok := spec.(*ast.TypeSpec); ok {
				docs[t.Name.Name] = text(t.Doc, d.Doc)
				if s, ok := t.Type.(*ast.StructType); ok {
					p.structs[t.Name.Name] = readStruct(s, docs[t.Name.Name])
				}
			}
		})
	}
	for _, f := range files {
		p.readWalks(f)
		if err := p.readConsts(f, docs); err != nil {
			return nil, err
		}
	}
	for _, e := range p.enums {
		if e.name != "Kind" {
			continue
		}
		for _, v := range e.values {
			p.records = append(p.records, strings.ToUpper(v.name[:1])+v.name[1:])
		}
	}
	return p, nil
}

func eachSpec(f *ast.File, visit func(*ast.GenDecl, ast.Spec)) {
	for _, d := range f.Decls {
		if g, ok := d.(*ast.GenDecl); ok {
			for _, spec := range g.Specs {
				visit(g, spec)
			}
		}
	}
}

// text returns the first comment that there is.
func text(groups ...*ast.CommentGroup) string {
	for _, g := range groups {
		if s := strings.TrimSpace(g.Text()); s != "" {
			return s
		}
	}
	return ""
}

func readStruct(s *ast.StructType, doc string) *structType {
	t := &structType{doc: doc, walk: make(map[string]call)}
	for _, f := range s.Fields.List {
		typ := f.Type
		array, list := typ.(*ast.ArrayType)
		if list {
			typ = array.Elt
		}
		var out = field{doc: text(f.Doc), list: list, typ: typeName(typ)}
		if len(f.Names) == 1 && f.Tag != nil {
			tag, _ := strconv.Unquote(f.Tag.Value)
			out.goName = f.Names[0].Name
			out.name, _, _ = strings.Cut(reflect.StructTag(tag).Get("json"), ",")
		} else if len(f.Names) > 0 {
			continue
		}
		t.fields = append(t.fields, out)
	}
	return t
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr: // edtf.Period
		return e.Sel.Name
	}
	return ""
}

// readWalks reads what the walk methods in the file do with each member.
func (p *pkg) readWalks(f *ast.File) {
	for _, d := range f.Decls {
		m, ok := d.(*ast.FuncDecl)
		if !ok || m.Recv == nil || m.Name.Name != "walk" {
			continue
		}
		star, ok := m.Recv.List[0].Type.(*ast.StarExpr)
		if !ok {
			continue
		}
		name := typeName(star.X)
		p.objects = append(p.objects, name)
		for _, s := range m.Body.List {
			e, ok := s.(*ast.ExprStmt)
			if !ok {
				continue
			}
			member, c := readCall(e.X.(*ast.CallExpr))
			p.structs[name].walk[member] = c
		}
	}
}

// readCall reads a call such as w.text("note", f.Note, optional) or
// objects(w, "claims", &f.Claims, 0).
func readCall(e *ast.CallExpr) (member string, c call) {
	c.method = typeName(e.Fun)
	for _, a := range e.Args {
		switch a := a.(type) {
		case *ast.BasicLit:
			if s, err := strconv.Unquote(a.Value); err == nil && member == "" {
				member = s
			} else {
				c.args = append(c.args, a.Value)
			}
		case *ast.Ident:
			c.args = append(c.args, a.Name)
		}
	}
	return member, c
}

// readConsts reads the constants of enumerations and topics, and the names of
// the values from the table of each enumeration.
func (p *pkg) readConsts(f *ast.File, docs map[string]string) error {
	var failed error
	tables := make(map[string][]string)
	values := make(map[string][]value)
	var order []string
	typ := ""
	eachSpec(f, func(d *ast.GenDecl, spec ast.Spec) {
		v, ok := spec.(*ast.ValueSpec)
		if !ok || len(v.Names) != 1 {
			return
		}
		name := v.Names[0].Name
		switch {
		case d.Tok == token.VAR && len(v.Values) == 1:
			if t, names := readTable(v.Values[0]); t != "" {
				tables[t] = names
			} else if name == "unclaimed" {
				p.unclaimed = readStrings(v.Values[0].(*ast.CompositeLit).Elts)
			} else if name == "kindTable" {
				tables["Kind"] = kindNames(v.Values[0])
			}
		case d.Tok == token.CONST && ast.IsExported(name):
			if v.Type != nil {
				typ = typeName(v.Type)
			}
			if _, known := values[typ]; !known {
				order = append(order, typ)
			}
			values[typ] = append(values[typ], value{name, text(v.Doc, v.Comment)})
			if lit, ok := lastLit(v); ok && typ == "Topic" {
				p.topics = append(p.topics, lit)
				p.consts[name] = constant{typ, lit}
			}
		}
	})
	for _, typ := range order {
		names, ok := tables[typ]
		if !ok {
			continue
		}
		if len(names) != len(values[typ]) {
			failed = fmt.Errorf("%s has %d constants, and %d names in its table", typ, len(values[typ]), len(names))
			continue
		}
		e := &enum{name: typ, doc: docs[typ]}
		for i, v := range values[typ] {
			if v.doc == "" {
				failed = fmt.Errorf("%s has no comment", v.name)
			}
			p.consts[v.name] = constant{typ, names[i]}
			e.values = append(e.values, value{names[i], meaning(v.name, v.doc)})
		}
		p.enums = append(p.enums, e)
	}
	return failed
}

func lastLit(v *ast.ValueSpec) (string, bool) {
	if len(v.Values) == 1 {
		if lit, ok := v.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
			s, err := strconv.Unquote(lit.Value)
			return s, err == nil
		}
	}
	return "", false
}

// readTable reads enum{typ: "Form", …, names: []string{"", …}}.
func readTable(e ast.Expr) (typ string, names []string) {
	lit, ok := e.(*ast.CompositeLit)
	if !ok || typeName(lit.Type) != "enum" {
		return "", nil
	}
	for _, m := range lit.Elts {
		kv := m.(*ast.KeyValueExpr)
		switch typeName(kv.Key) {
		case "typ":
			typ, _ = strconv.Unquote(kv.Value.(*ast.BasicLit).Value)
		case "names":
			names = readStrings(kv.Value.(*ast.CompositeLit).Elts[1:])
		}
	}
	return typ, names
}

func readStrings(list []ast.Expr) (all []string) {
	for _, e := range list {
		s, _ := strconv.Unquote(e.(*ast.BasicLit).Value)
		all = append(all, s)
	}
	return all
}

// kindNames reads the names in the table of kinds, in which they come first.
func kindNames(e ast.Expr) (names []string) {
	for _, row := range e.(*ast.CompositeLit).Elts {
		lit := row.(*ast.KeyValueExpr).Value.(*ast.CompositeLit)
		s, _ := strconv.Unquote(lit.Elts[0].(*ast.BasicLit).Value)
		names = append(names, s)
	}
	return names
}
