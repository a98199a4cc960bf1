package entente

import (
	"errors"
	"reflect"
	"strings"
	"unicode/utf8"
)

// strings: those of a Go value are valid UTF-8, as JSON needs them, and its
// texts have words under canonical tags.
func (c *checker) strings(v reflect.Value) {
	if !soundStrings(v) {
		c.findUnsound(v, at(""))
	}
}

// textFault returns what keeps a text from being written in the data format, or
// nil.
func textFault(t Text) error {
	for tag, words := range t.phrases {
		if !utf8.ValidString(words) {
			return &textError{problem: "not valid UTF-8", hint: "convert the text to UTF-8", is: ErrUTF8}
		}
		if strings.TrimSpace(words) == "" {
			return noWords()
		}
		if _, err := canonicalTag(tag); err != nil {
			return err
		}
	}
	return nil
}

// soundStrings reports whether all strings that v leads to are sound. It is quick;
// where one is not, findUnsound goes over v again and says which.
func soundStrings(v reflect.Value) bool {
	if t, ok := v.Interface().(Text); ok {
		return textFault(t) == nil
	}
	switch v.Kind() {
	case reflect.String:
		return utf8.ValidString(v.String())
	case reflect.Slice:
		for i := range v.Len() {
			if !soundStrings(v.Index(i)) {
				return false
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && !soundStrings(v.Field(i)) {
				return false
			}
		}
	}
	return true
}

func (c *checker) findUnsound(v reflect.Value, at location) {
	switch {
	case soundStrings(v):
	case v.Type() == reflect.TypeFor[Text]():
		err := textFault(v.Interface().(Text))
		message, hint := diagnosisOf(err)
		c.problem(at, errors.Unwrap(err), message, hint)
	case v.Kind() == reflect.String:
		c.problem(at, ErrUTF8, "not valid UTF-8", "convert the text to UTF-8")
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			c.findUnsound(v.Index(i), at.element(i))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			switch field := v.Type().Field(i); {
			case !field.IsExported():
			case field.Anonymous:
				c.findUnsound(v.Field(i), at)
			default:
				c.findUnsound(v.Field(i), at.member(jsonName(field)))
			}
		}
	}
}
