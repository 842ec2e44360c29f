package article_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/article"
)

func TestCheckLanguage(t *testing.T) {
	for _, test := range []struct{ text, declared, says string }{
		{"Le gouvernement a annoncé mardi que les négociations avec les rebelles reprendraient dans les prochains jours.", "", "in: this is in French, and only English is read"},
		{"Die Bundesregierung hat am Montag neue Sanktionen angekündigt, sagte der Sprecher des Auswärtigen Amtes in Berlin.", "en", "in: this is in German, and only English is read"},
		{"El presidente de México se reunió con los ministros de Exteriores en Madrid para hablar de la crisis.", "", "in: this is in Spanish, and only English is read"},
		{"Il ministro degli Esteri ha incontrato l'ambasciatore russo a Roma per discutere della guerra.", "", "in: this is in Italian, and only English is read"},
		{"De minister van Buitenlandse Zaken heeft maandag in Den Haag gesproken met de ambassadeur over de oorlog.", "", "in: this is in Dutch, and only English is read"},
		{"Dışişleri Bakanı pazartesi günü Ankara'da Rus büyükelçisiyle görüştü ve yaptırımları kınadı.", "", "in: this is in Turkish, and only English is read"},
		{"Министр иностранных дел встретился в понедельник с послом Франции в Москве.", "", "in: this is in Russian, and only English is read"},
		{"وزير الخارجية التقى السفير الفرنسي في القاهرة يوم الاثنين.", "", "in: this is in Arabic, and only English is read"},
		{"外交部长周一在北京会见了法国大使。", "", "in: this is in Mandarin, and only English is read"},
		{"Der Minister traf den Botschafter.", "de-CH", "in: this is in the language de-CH, and only English is read"},
		{strings.Repeat("Waziri wa mambo ya nje alikutana na balozi wa Ufaransa mjini Nairobi siku ya Jumatatu. ", 6), "", "in: this is in another language, and only English is read"},

		{"France met Germany.", "", ""},
		{"France met Germany.", "en-GB", ""},
		{"Angela Merkel, Barack Obama, François Hollande, David Cameron and Matteo Renzi met in Hanover.", "", ""},
		{"Police arrest two in Halvik", "", ""},
		{"Al-Shabaab attacks Mogadishu hotel", "", ""},
		{"The chancellor said „Wir schaffen das“ and the minister of finance of the Netherlands agreed with her.", "fr", ""},
		{"12, 14, 17", "fr", ""},
		{"", "fr", ""},
	} {
		err := article.CheckLanguage(test.text, test.declared, "in")
		var e *article.Error
		switch {
		case test.says == "" && err != nil, test.says != "" && (!errors.As(err, &e) || e.Error() != test.says || e.Reason != article.UnsupportedLanguage):
			t.Errorf("%.50q (%s): got %v, want %s", test.text, test.declared, err, test.says)
		}
	}
}
