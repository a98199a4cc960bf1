package interop_test

import (
	"testing"

	"github.com/entente-go/entente/interop"
)

func TestLimits_PutDefaultsInPlaceOfZeros(t *testing.T) {
	for _, test := range []struct{ given, want interop.Options }{
		{interop.Options{}, interop.Options{MaxRejected: interop.DefaultMaxRejected, MaxRow: interop.DefaultMaxRow}},
		{interop.Options{MaxRejected: 7, MaxRow: 9}, interop.Options{MaxRejected: 7, MaxRow: 9}},
		{interop.Options{MaxRejected: -1, MaxRow: -1}, interop.Options{MaxRow: interop.DefaultMaxRow}},
	} {
		if got := test.given.Limits(); got != test.want {
			t.Errorf("%+v: %+v, want %+v", test.given, got, test.want)
		}
	}
}
