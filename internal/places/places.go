// Package places knows which records have places.
package places

import "github.com/entente-go/entente"

// Of returns where what a record tells of happened. The caller must not change the
// list.
func Of(r entente.Record) []entente.Place {
	switch r := r.(type) {
	case entente.Agreement:
		return r.Places
	case entente.Exercise:
		return r.Places
	case entente.Meeting:
		return r.Places
	}
	return nil
}
