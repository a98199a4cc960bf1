package entente

import (
	"encoding"
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// enumerations are the tables of all enumerations, with a value of each type.
var enumerations = []struct {
	zero any
	*enum
}{
	{Kind(0), kindEnum()}, {Basis(0), &basisEnum}, {Part(0), &partEnum}, {OrganizationType(0), &organizationTypeEnum},
	{Obligation(0), &obligationEnum}, {Trend(0), &trendEnum}, {AgreementType(0), &agreementTypeEnum}, {SpeechAct(0), &speechActEnum}, {Modality(0), &modalityEnum},
	{Status(0), &statusEnum}, {Role(0), &roleEnum}, {Domain(0), &domainEnum}, {Form(0), &formEnum},
	{Answer(0), &answerEnum}, {ChangeType(0), &changeTypeEnum}, {Fit(0), &fitEnum},
}

// optionalEnums lists the enumerations whose zero value means that nothing is known.
var optionalEnums = []string{"Part", "OrganizationType", "Trend", "AgreementType", "SpeechAct", "Status", "Role"}

func TestEnums_ReadAndWriteTheirNames(t *testing.T) {
	t.Parallel()
	for _, e := range enumerations {
		typ := reflect.TypeOf(e.zero)
		t.Run(typ.Name(), func(t *testing.T) {
			if typ.Name() != e.typ {
				t.Errorf("the table is that of %s", e.typ)
			}
			if want := slices.Contains(optionalEnums, e.typ); e.unknown != want {
				t.Errorf("zero is valid: %v, want %v", e.unknown, want)
			}
			value := func(i int) reflect.Value {
				v := reflect.New(typ)
				v.Elem().SetUint(uint64(i))
				return v
			}
			seen := map[string]bool{}
			for i, name := range e.names {
				v := value(i)
				if seen[name] || (name == "") != (i == 0) || strings.ToLower(name) != name {
					t.Errorf("%d is %q", i, name)
				}
				seen[name] = true
				if i == 0 && !e.unknown {
					continue
				}
				if got := fmt.Sprint(v.Elem().Interface()); got != name {
					t.Errorf("String of %d = %q, want %q", i, got, name)
				}
				text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
				if err != nil || string(text) != name {
					t.Errorf("MarshalText of %q = %q, %v", name, text, err)
				}
				back := value(200)
				if err := back.Interface().(encoding.TextUnmarshaler).UnmarshalText(text); err != nil || back.Elem().Uint() != uint64(i) {
					t.Errorf("UnmarshalText of %q = %v, %v", text, back.Elem(), err)
				}
			}
			invalid := []int{len(e.names), 255}
			if !e.unknown {
				invalid = append(invalid, 0)
			}
			for _, i := range invalid {
				if got, want := fmt.Sprint(value(i).Elem().Interface()), fmt.Sprintf("%s(%d)", typ.Name(), i); got != want {
					t.Errorf("String of %d = %q, want %q", i, got, want)
				}
				if text, err := value(i).Interface().(encoding.TextMarshaler).MarshalText(); err == nil {
					t.Errorf("MarshalText of %d = %q, want an error", i, text)
				}
			}
			for _, bad := range []string{"", "x", "Reported", "\x00"} {
				if bad == "" && e.unknown {
					continue
				}
				err := value(0).Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(bad))
				if err == nil || !strings.Contains(err.Error(), "write one of") && !strings.Contains(err.Error(), "did you mean") {
					t.Errorf("UnmarshalText of %q: error %v does not say what to write", bad, err)
				}
			}
		})
	}
}

// Templates and logs show nothing where nothing is known.
func TestEnums_UnknownPrintsNothing(t *testing.T) {
	t.Parallel()
	c := Citation{Source: "s", Paragraphs: []int{1}}
	if got := fmt.Sprintf("%v", c); got != "{s [1]   }" {
		t.Errorf("%%v of a citation = %q", got)
	}
	var b strings.Builder
	page := template.Must(template.New("").Parse("{{.Part}}|{{.Source}}"))
	if err := page.Execute(&b, c); err != nil || b.String() != "|s" {
		t.Errorf("a page shows %q, %v", b.String(), err)
	}
}
