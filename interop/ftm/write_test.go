package ftm

import (
	"testing"

	"github.com/entente-go/entente"
)

func thereAndBack(testing.TB, *entente.Dataset) {}
