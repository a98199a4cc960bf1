package mme

import (
	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// sourceID is the ID of the source that all records cite.
const sourceID entente.ID = "mme"

func source() entente.Source {
	published, _ := edtf.NewDate(2021, 0, 0)
	return entente.Source{
		ID:          sourceID,
		Title:       entente.English("Multinational Military Exercises, 1980-2010"),
		Publisher:   entente.English("Harvard Dataverse"),
		Authors:     []string{"Vito D'Orazio", "Kevin Galambos"},
		Published:   published,
		URL:         "https://doi.org/10.7910/DVN/KHFODX",
		Language:    "en",
		Identifiers: []entente.Identifier{{Scheme: "doi", Value: "10.7910/DVN/KHFODX"}},
	}
}

// The topics that the flags of a row mean.
const (
	topicAmphibious   entente.Topic = "amphibious-exercises"
	topicWarfighting  entente.Topic = "warfighting"
	topicPeacekeeping entente.Topic = "peacekeeping"
	topicHumanitarian entente.Topic = "humanitarian-assistance"
)

func topics() []entente.TopicDeclaration {
	declare := func(id entente.Topic, name string) entente.TopicDeclaration {
		return entente.TopicDeclaration{ID: id, Name: entente.English(name), Broader: entente.TopicJointExercises}
	}
	return []entente.TopicDeclaration{
		declare(topicAmphibious, "amphibious exercises"),
		declare(topicWarfighting, "warfighting"),
		declare(topicPeacekeeping, "peacekeeping"),
		declare(topicHumanitarian, "humanitarian assistance"),
	}
}

// A flag is a column of 0 and 1, and what 1 means.
type flag struct {
	column string
	topic  entente.Topic
	domain entente.Domain
	form   entente.Form
}

var flags = [...]flag{
	{column: "CPX", form: entente.FormCommandPost},
	{column: "Air", domain: entente.DomainAir},
	{column: "Land", domain: entente.DomainLand},
	{column: "Sea", domain: entente.DomainMaritime, topic: entente.TopicNavalExercises},
	{column: "Cyber", domain: entente.DomainCyberspace},
	{column: "Amphibious", topic: topicAmphibious},
	{column: "Warfighting", topic: topicWarfighting},
	{column: "Peacekeeping", topic: topicPeacekeeping},
	{column: "Humanitarian", topic: topicHumanitarian},
}

// blocs are the names among the participants that are those of blocs.
var blocs = map[string]entente.ID{
	"NATO":          "mme-nato",
	"Baltic States": "mme-baltic-states",
}
