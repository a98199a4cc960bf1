package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A site is a place in a file and what to put there.
type site struct {
	pkg, file  string
	line       int
	start, end int // bytes
	old, new   string
}

// String returns the site in a line: "index.go:12: < becomes <=".
func (s site) String() string {
	return fmt.Sprintf("%s:%d: %q becomes %q", s.file, s.line, clip(s.old), clip(s.new))
}

func clip(s string) string {
	if s = strings.Join(strings.Fields(s), " "); len(s) > 60 {
		s = s[:57] + "..."
	}
	return s
}

// changed returns the file with the change.
func (s site) changed() ([]byte, error) {
	source, err := os.ReadFile(s.file)
	if err != nil {
		return nil, err
	}
	out := append([]byte{}, source[:s.start]...)
	out = append(out, s.new...)
	return append(out, source[s.end:]...), nil
}

// sitesOf lists the sites of the package in dir, without generated files.
func sitesOf(dir string) ([]site, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var sites []site
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		if ast.IsGenerated(file) {
			continue
		}
		f := finder{fset: fset, source: source, pkg: dir, name: name}
		ast.Inspect(file, f.visit)
		sites = append(sites, f.sites...)
	}
	return sites, nil
}

type finder struct {
	fset      *token.FileSet
	source    []byte
	pkg, name string
	sites     []site
}

func (f *finder) add(from, to token.Pos, new string) {
	start, end := f.fset.Position(from), f.fset.Position(to)
	f.sites = append(f.sites, site{pkg: f.pkg, file: f.name, line: start.Line, start: start.Offset, end: end.Offset,
		old: string(f.source[start.Offset:end.Offset]), new: new})
}

// swaps are the operators that take each other's place.
var swaps = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ,
	token.GEQ: token.GTR, token.LAND: token.LOR, token.LOR: token.LAND, token.ADD: token.SUB, token.SUB: token.ADD,
}

// visit adds the sites of a node: another operator, a condition negated, a
// number one higher, a statement left out, true for false.
func (f *finder) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.GenDecl:
		return n.Tok == token.VAR
	case *ast.BinaryExpr:
		if other, ok := swaps[n.Op]; ok {
			f.add(n.OpPos, n.OpPos+token.Pos(len(n.Op.String())), other.String())
		}
	case *ast.IfStmt:
		f.add(n.Cond.Pos(), n.Cond.End(), "!("+string(f.text(n.Cond))+")")
	case *ast.BasicLit:
		if v, err := strconv.Atoi(n.Value); err == nil && n.Kind == token.INT {
			f.add(n.Pos(), n.End(), strconv.Itoa(v+1))
		}
	case *ast.ExprStmt, *ast.IncDecStmt:
		f.add(n.Pos(), n.End(), "")
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			f.add(n.Pos(), n.End(), "")
		}
	case *ast.BranchStmt:
		if n.Label == nil && n.Tok == token.CONTINUE {
			f.add(n.Pos(), n.End(), "break")
		}
	case *ast.Ident:
		switch n.Name {
		case "true":
			f.add(n.Pos(), n.End(), "false")
		case "false":
			f.add(n.Pos(), n.End(), "true")
		}
	}
	return true
}

func (f *finder) text(n ast.Node) []byte {
	return f.source[f.fset.Position(n.Pos()).Offset:f.fset.Position(n.End()).Offset]
}
