package entente

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A valueReader goes through the JSON of a [Value]. It is not the reader of
// files: that JSON is canonical, and a program that loads nothing is to link no
// reader of JSON.
type valueReader struct {
	rest string
}

// into reads the next value into v. It reports false if the value has another type.
func (r *valueReader) into(v reflect.Value) bool {
	switch into := v.Addr().Interface().(type) {
	case *Text:
		all, ok := r.phrases(false)
		*into = pack(all)
		return ok && len(all) > 0 && textFault(*into) == nil
	case *Names:
		all, ok := r.phrases(true)
		*into = Names{pack(all).packed}
		return ok && len(all) > 0 && areNames(all) && !hasTwice(all)
	case *Extra:
		all, ok := r.phrases(false)
		for _, p := range all {
			*into = append(*into, KeyValue{p.tag, p.words})
		}
		*into = into.sorted()
		return ok && len(all) > 0
	case *Point:
		return r.point(into)
	case *Value:
		before := r.rest
		r.skip()
		into.json = before[:len(before)-len(r.rest)]
		return true
	case encoding.TextUnmarshaler:
		if r.rest[0] != '"' {
			return false
		}
		text := r.string()
		return text != "" && into.UnmarshalText([]byte(text)) == nil
	}
	switch v.Kind() {
	case reflect.String:
		if r.rest[0] != '"' {
			return false
		}
		v.SetString(r.string())
		return true
	case reflect.Slice:
		return r.slice(v)
	case reflect.Struct:
		return r.object(v)
	}
	return r.scalar(v)
}

// scalar reads a number, true or false.
func (r *valueReader) scalar(v reflect.Value) bool {
	word := r.word()
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(word == "true")
		return word == "true" || word == "false"
	case reflect.Int, reflect.Int64:
		i, err := strconv.ParseInt(word, 10, 64)
		v.SetInt(i)
		return err == nil
	case reflect.Float64:
		f, err := strconv.ParseFloat(word, 64)
		v.SetFloat(f)
		return err == nil
	}
	return false
}

func (r *valueReader) slice(v reflect.Value) bool {
	ok := r.rest[0] == '['
	v.SetZero()
	return ok && r.each(func() bool {
		e := reflect.New(v.Type().Elem()).Elem()
		ok := r.into(e)
		v.Set(reflect.Append(v, e))
		return ok
	})
}

func (r *valueReader) object(v reflect.Value) bool {
	v.SetZero()
	return r.rest[0] == '{' && r.each(func() bool {
		name := r.name()
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && jsonName(f) == name {
				return r.into(v.Field(i))
			}
		}
		return false
	})
}

// point reads a point, which has both members.
func (r *valueReader) point(p *Point) bool {
	n := 0
	ok := r.rest[0] == '{' && r.each(func() bool {
		n++
		switch r.name() {
		case "lat":
			return r.scalar(reflect.ValueOf(&p.Lat).Elem())
		case "lon":
			return r.scalar(reflect.ValueOf(&p.Lon).Elem())
		}
		return false
	})
	return ok && n == 2 && !p.IsZero()
}

// areNames reports whether the reader of files takes the phrases as names. Their
// characters are checked later.
func areNames(all []phrase) bool {
	for _, p := range all {
		if _, err := canonicalTag(p.tag); err != nil || isBlank(p.words) {
			return false
		}
	}
	return true
}

// hasTwice reports whether one of the phrases is there twice.
func hasTwice(all []phrase) bool {
	seen := make(map[phrase]bool, len(all))
	for _, p := range all {
		seen[p] = true
	}
	return len(seen) < len(all)
}

// phrases reads an object of strings or, if they are lists, of arrays of strings.
func (r *valueReader) phrases(lists bool) (all []phrase, ok bool) {
	tag := ""
	add := func() bool {
		if r.rest[0] != '"' {
			return false
		}
		all = append(all, phrase{tag, r.string()})
		return true
	}
	return all, r.rest[0] == '{' && r.each(func() bool {
		if tag = r.name(); !lists {
			return add()
		}
		n := len(all)
		return r.rest[0] == '[' && r.each(add) && len(all) > n
	})
}

// each reads an object or an array, each part of it by the function, until that
// reports false.
func (r *valueReader) each(one func() bool) bool {
	r.rest = r.rest[1:]
	for r.rest[0] != '}' && r.rest[0] != ']' {
		if !one() {
			return false
		}
		if r.rest[0] == ',' {
			r.rest = r.rest[1:]
		}
	}
	r.rest = r.rest[1:]
	return true
}

// skip reads the next value, whatever it is.
func (r *valueReader) skip() {
	switch r.rest[0] {
	case '"':
		r.string()
	case '{':
		r.each(func() bool { r.name(); r.skip(); return true })
	case '[':
		r.each(func() bool { r.skip(); return true })
	default:
		r.word()
	}
}

// name reads the name of a member and the colon.
func (r *valueReader) name() string {
	name := r.string()
	r.rest = r.rest[1:]
	return name
}

// word reads a number, true or false. Before anything else it returns "".
func (r *valueReader) word() string {
	end := strings.IndexAny(r.rest, ",]}")
	if end < 0 {
		end = len(r.rest)
	}
	word := r.rest[:end]
	r.rest = r.rest[end:]
	return word
}

// string reads a string. Before anything else it returns "".
func (r *valueReader) string() string {
	if r.rest[0] != '"' {
		r.skip()
		return ""
	}
	for i := 1; ; i++ {
		switch r.rest[i] {
		case '\\':
			i++
		case '"':
			text := r.rest[1:i]
			r.rest = r.rest[i+1:]
			return unescape(text)
		}
	}
}

// unescape returns what is in a string of canonical JSON.
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b = append(b, s[i])
			continue
		}
		i++
		if at := strings.IndexByte(`bfnrt`, s[i]); at >= 0 {
			b = append(b, "\b\f\n\r\t"[at])
		} else if s[i] == 'u' {
			n, _ := strconv.ParseUint(s[i+1:i+5], 16, 16)
			b = utf8.AppendRune(b, rune(n))
			i += 4
		} else {
			b = append(b, s[i])
		}
	}
	return string(b)
}
