package graph

import (
	"fmt"
	"slices"
)

// EventType is one of the 16 event types of PLOVER (Political Language Ontology for
// Verifiable Event Records, Open Event Data Alliance; codebook of NGEC-2025).
type EventType string

const (
	Agree     EventType = "AGREE"
	Consult   EventType = "CONSULT"
	Support   EventType = "SUPPORT"
	Concede   EventType = "CONCEDE"
	Cooperate EventType = "COOPERATE"
	Aid       EventType = "AID"
	Retreat   EventType = "RETREAT"
	Request   EventType = "REQUEST"
	Accuse    EventType = "ACCUSE"
	Reject    EventType = "REJECT"
	Threaten  EventType = "THREATEN"
	Protest   EventType = "PROTEST"
	Sanction  EventType = "SANCTION"
	Mobilize  EventType = "MOBILIZE"
	Coerce    EventType = "COERCE"
	Assault   EventType = "ASSAULT"
)

// Mode refines a type; one name may serve several types. Hyphens of the codebook are underscores.
type Mode string

// Context is the sphere in which an event plays; an event may have several.
type Context string

// Quad is the class of a type: verbal or material, cooperation or conflict.
type Quad string

const (
	VerbalCooperation   Quad = "VERBAL_COOPERATION"
	MaterialCooperation Quad = "MATERIAL_COOPERATION"
	VerbalConflict      Quad = "VERBAL_CONFLICT"
	MaterialConflict    Quad = "MATERIAL_CONFLICT"
)

// typeRow is what follows from a type alone.
type typeRow struct {
	quad  Quad
	score int // tenths, -100 conflict to 100 cooperation
	modes []Mode
}

// plover is the table of types: modes as the codebook lists them, scores in tenths.
//
// The scores start from the Goldstein weights of the CAMEO classes a type replaces. Two depart from
// them, on the codebook's own reasoning: REQUEST joins mild appeals to demands and is "less forceful
// than threats", so it stands above ACCUSE, not beside THREATEN as CAMEO's DEMAND did; RETREAT has
// "immediate material consequences", so it weighs more than the promises of CONCEDE.
var plover = map[EventType]typeRow{
	Agree:     {VerbalCooperation, 40, nil},
	Consult:   {VerbalCooperation, 10, []Mode{"VISIT", "THIRD_PARTY", "MULTILATERAL", "PHONE"}},
	Support:   {VerbalCooperation, 35, nil},
	Concede:   {VerbalCooperation, 50, nil},
	Cooperate: {MaterialCooperation, 60, nil},
	Aid:       {MaterialCooperation, 70, nil},
	Retreat:   {MaterialCooperation, 70, []Mode{"WITHDRAW", "RELEASE", "RETURN", "DISARM", "CEASEFIRE", "ACCESS", "RESIGN"}},
	Request:   {VerbalConflict, -10, []Mode{"ASSIST", "CHANGE", "YIELD", "MEET"}},
	Accuse:    {VerbalConflict, -20, []Mode{"DISAPPROVE", "INVESTIGATE", "ALLEGE"}},
	Reject:    {VerbalConflict, -40, []Mode{"ASSIST", "CHANGE", "YIELD", "MEET"}},
	Threaten:  {VerbalConflict, -60, []Mode{"RESTRICT", "BAN", "ARREST", "EXPEL", "RELATIONS", "TERRITORY", "VIOLENCE", "RIGHTS"}},
	Protest:   {MaterialConflict, -65, []Mode{"DEMO", "BOYCOTT", "STRIKE", "HUNGER", "OBSTRUCT", "RIOT"}},
	Sanction:  {MaterialConflict, -40, []Mode{"CONVICT", "EXPEL", "WITHDRAW", "DISCONTINUE"}},
	Mobilize:  {MaterialConflict, -72, []Mode{"TROOPS", "WEAPONS", "POLICE", "MILITIA"}},
	Coerce: {MaterialConflict, -70, []Mode{
		"SEIZE", "RESTRICT", "BAN", "CENSOR", "CURFEW", "ARREST", "DEPORT", "WITHHOLD", "MISINFORMATION", "CYBER",
	}},
	Assault: {MaterialConflict, -90, []Mode{
		"ABDUCT", "BEAT", "TORTURE", "EXECUTE", "SEXUAL", "ASSASSINATE", "PRIMITIVE", "FIREARMS", "EXPLOSIVES",
		"SUICIDE_ATTACK", "HEAVY_WEAPONS", "CROWD_CONTROL", "MASSACRE", "CLEANSING", "AERIAL", "DRONE",
		"UNCONVENTIONAL", "DESTROY",
	}},
}

// EventTypes, Modes, Contexts and Quads are all values of their sets in the order of the API. Read only.
var (
	EventTypes = []EventType{
		Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request,
		Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault,
	}
	Quads = []Quad{VerbalCooperation, MaterialCooperation, VerbalConflict, MaterialConflict}
	Modes = []Mode{
		"VISIT", "THIRD_PARTY", "MULTILATERAL", "PHONE",
		"WITHDRAW", "RELEASE", "RETURN", "DISARM", "CEASEFIRE", "ACCESS", "RESIGN",
		"ASSIST", "CHANGE", "YIELD", "MEET",
		"DISAPPROVE", "INVESTIGATE", "ALLEGE",
		"RESTRICT", "BAN", "ARREST", "EXPEL", "RELATIONS", "TERRITORY", "VIOLENCE", "RIGHTS",
		"DEMO", "BOYCOTT", "STRIKE", "HUNGER", "OBSTRUCT", "RIOT",
		"CONVICT", "DISCONTINUE",
		"TROOPS", "WEAPONS", "POLICE", "MILITIA",
		"SEIZE", "CENSOR", "CURFEW", "DEPORT", "WITHHOLD", "MISINFORMATION", "CYBER",
		"ABDUCT", "BEAT", "TORTURE", "EXECUTE", "SEXUAL", "ASSASSINATE", "PRIMITIVE", "FIREARMS", "EXPLOSIVES",
		"SUICIDE_ATTACK", "HEAVY_WEAPONS", "CROWD_CONTROL", "MASSACRE", "CLEANSING", "AERIAL", "DRONE",
		"UNCONVENTIONAL", "DESTROY",
	}
	// Contexts are those of the CAMEO-to-PLOVER table of 2021 and of the PLOVER manual.
	Contexts = []Context{
		"CYBER", "MILITARY", "TERRORISM", "DIPLOMATIC", "ECONOMIC", "LEGAL", "EXECUTIVE", "LEGISLATIVE", "ELECTION",
		"POLITICAL_INSTITUTIONS", "DEMOCRACY", "PRO_AUTOCRACY", "RIGHTS_FREEDOMS", "HUMAN_RIGHTS", "HUMAN_SECURITY",
		"HUMANITARIAN", "PEACEKEEPING", "INTELLIGENCE", "CBRN", "CRIME", "CORRUPTION", "RELIGION_ETHNICITY",
		"MIGRATION", "ASYLUM", "HEALTH", "DISASTER", "ENVIRONMENT", "RESOURCE", "TERRITORY", "MISINFORMATION",
	}
)

// Quad is the class of t.
func (t EventType) Quad() Quad { return plover[t].quad }

// Modes are those that fit t, in codebook order. Read only.
func (t EventType) Modes() []Mode { return plover[t].modes }

// Score is the conflict–cooperation score in tenths, from -100 to 100. A mode may
// override its type's.
func Score(t EventType, modes []Mode) int {
	score := plover[t].score
	for _, m := range modes {
		if s, ok := modeScores[typeMode{t, m}]; ok && abs(s) > abs(score) {
			score = s
		}
	}
	return score
}

type typeMode struct {
	t EventType
	m Mode
}

// modeScores override a type's score where a mode is far from the rest of its type.
var modeScores = map[typeMode]int{
	{Assault, "MASSACRE"}:       -100,
	{Assault, "CLEANSING"}:      -100,
	{Assault, "UNCONVENTIONAL"}: -100,
	{Protest, "RIOT"}:           -75,
}

// ValidateEventType refuses an unknown type, and modes that do not fit it.
func ValidateEventType(t EventType, modes []Mode, contexts []Context) error {
	row, ok := plover[t]
	if !ok {
		return oneOf("event type", t, EventTypes)
	}
	for _, m := range modes {
		if !slices.Contains(row.modes, m) {
			return fmt.Errorf("mode %s does not fit event type %s, whose modes are %v: %w", m, t, row.modes, ErrInvalid)
		}
	}
	for _, c := range contexts {
		if err := oneOf("context", c, Contexts); err != nil {
			return err
		}
	}
	return nil
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
