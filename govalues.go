package entente

import (
	"reflect"
	"unicode/utf8"
)

// utf8: the strings of a Go value are valid UTF-8, as JSON needs them.
func (c *checker) utf8(v reflect.Value) {
	if !validUTF8(v) {
		c.findUTF8(v, at(""))
	}
}

// validUTF8 reports whether all strings that v leads to are valid. It is quick;
// where one is not, findUTF8 goes over v again and says which.
func validUTF8(v reflect.Value) bool {
	if t, ok := v.Interface().(Text); ok {
		for _, words := range t.phrases {
			if !utf8.ValidString(words) {
				return false
			}
		}
		return true
	}
	switch v.Kind() {
	case reflect.String:
		return utf8.ValidString(v.String())
	case reflect.Slice:
		for i := range v.Len() {
			if !validUTF8(v.Index(i)) {
				return false
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && !validUTF8(v.Field(i)) {
				return false
			}
		}
	}
	return true
}

func (c *checker) findUTF8(v reflect.Value, at location) {
	switch {
	case validUTF8(v):
	case v.Type() == reflect.TypeFor[Text](), v.Kind() == reflect.String:
		c.problem(at, ErrUTF8, "not valid UTF-8", "convert the text to UTF-8")
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			c.findUTF8(v.Index(i), at.element(i))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			switch field := v.Type().Field(i); {
			case !field.IsExported():
			case field.Anonymous:
				c.findUTF8(v.Field(i), at)
			default:
				c.findUTF8(v.Field(i), at.member(jsonName(field)))
			}
		}
	}
}
