package entente

import (
	"encoding/json"
	"os"
	"testing"
)

// A synonym leads to a word of the format. Otherwise it would never be suggested.
func TestSynonyms_AreOfTheFormat(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("data/entente.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema any
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	words := make(map[string]bool)
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if properties, ok := v["properties"].(map[string]any); ok {
				for name := range properties {
					words[name] = true
				}
			}
			if word, ok := v["const"].(string); ok {
				words[word] = true
			}
			for _, inner := range v {
				walk(inner)
			}
		case []any:
			for _, inner := range v {
				walk(inner)
				if word, ok := inner.(string); ok {
					words[word] = true
				}
			}
		}
	}
	walk(schema)
	for _, s := range synonyms {
		if !words[s[1]] {
			t.Errorf("%s stands for %s, which is no word of the format", s[0], s[1])
		}
	}
}
