package entente

import (
	"encoding"

	"github.com/go-json-experiment/json/jsontext"
)

// A memberWriter writes until there is an error, which it keeps. What there is
// to write for each type is generated.
type memberWriter struct {
	enc *jsontext.Encoder
	err error
}

func (w *memberWriter) token(t jsontext.Token) {
	if w.err == nil {
		w.err = w.enc.WriteToken(t)
	}
}

func (w *memberWriter) name(name string) { w.token(jsontext.String(name)) }

func isZero[T comparable](v T) bool { return v == *new(T) }

func writeString[T ~string](w *memberWriter, s *T) { w.token(jsontext.String(string(*s))) }

func writeInt(w *memberWriter, n *int) { w.token(jsontext.Int(int64(*n))) }

func writeFloat64(w *memberWriter, f *float64) { w.token(jsontext.Float(*f)) }

func writeBool(w *memberWriter, b *bool) { w.token(jsontext.Bool(*b)) }

func writeForm[T encoding.TextMarshaler](w *memberWriter, v *T) {
	text, err := (*v).MarshalText()
	if err != nil && w.err == nil {
		w.err = err
	}
	w.token(jsontext.String(string(text)))
}

func writeValue[T interface{ MarshalJSON() ([]byte, error) }](w *memberWriter, v *T) {
	data, err := (*v).MarshalJSON()
	if err == nil && w.err == nil {
		err = w.enc.WriteValue(data)
	}
	if w.err == nil {
		w.err = err
	}
}

func writeText(w *memberWriter, t *Text) {
	w.token(jsontext.BeginObject)
	for tag, words := range t.phrases {
		w.name(tag)
		w.token(jsontext.String(words))
	}
	w.token(jsontext.EndObject)
}

func writeList[T any](w *memberWriter, list []T, write func(*memberWriter, *T)) {
	w.token(jsontext.BeginArray)
	for i := range list {
		write(w, &list[i])
	}
	w.token(jsontext.EndArray)
}
