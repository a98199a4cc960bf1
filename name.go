package entente

import "strings"

func foldName(s string) string   { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }
func knownNation(id string) bool { return len(id) == 2 || len(id) == 4 }
