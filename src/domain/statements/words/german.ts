import type { LanguageWords } from "./word-kinds";

/** Words of German, Austrian and Swiss market reports, grouped by what they say of the figure beside them. */
export const GERMAN: LanguageWords = {
  phrases: {
    up: `plus|stieg|stiegen|steigt|steigen|gestiegen|steigend|anstieg|anstiegs|gewann|gewannen|gewinnt|gewinnen|gewonnen|
legte|legten|legt|legen|zulegen|zulegte|zulegten|zugelegt|zu legte|kletterte|kletterten|klettert|geklettert|
klettern|höher|fester|stärker|zog an|zogen an|zieht an|anzogen|anzog|angezogen|verteuerte|verteuerten|verteuert|
verteuern|erhöhte|verbesserte|verbesserten|verbessert|sprang|sprangen|springt|gesprungen|schoss|schossen|hinauf|
hoch|aufwärts|aufwärtsgegangen|nach oben|im plus|kursplus|zuwachs|gewinnen von|kursgewinn|kursgewinne|
kursgewinnen|tagesgewinn|aufschlag|aufschlägen|aufschläge|erholte|erholten|erholt|erholung|kurssprung|
kursanstieg|rückte vor|avancierte|avancierten|avanciert|haussierte|gewinne von|grün|in grün|teurer|freundlicher|
beflügelt|vorrückte|rallye|hinzu|haussiert|rückte|rückten|zog|zogen|zieht|ziehen an|schnellte|schnellten|schnellt|
erholen|kletternd|katapultierte|sprangen|verbuchte ein plus|aufgewertet|hinzugewann|hinzugewannen|dazu|vorn|vorwärts|nordwärts|erklommen|berappelte|berappelten|hochgeschnellt|emporgeschnellt|anziehen|zulegend|kursaufschlag`,
    down: `minus|fiel|fielen|fällt|fallen|gefallen|verlor|verloren|verliert|verlieren|verlust|verluste|verlusten|sank|
sanken|sinkt|sinken|gesunken|gab|gaben|gibt|geben|nachgeben|nachgab|nachgaben|nachgegeben|abgeben|abgab|abgaben|
abgegeben|büsste|büßte|büssten|büßten|büßt|büsst|einbüßen|eingebüßt|eingebüsst|einbüsste|einbüßte|tiefer|
schwächer|leichter|niedriger|im minus|rutschte|rutschten|rutscht|gerutscht|rutschen|abrutschen|sackte|sackten|
sackt|abgesackt|brach|brachen|bricht|einbrechen|eingebrochen|einbruch|rückgang|rückgangs|abschlag|abschläge|
abschlägen|kursminus|kursverlust|kursverluste|kursverlusten|stürzte|stürzten|stürzt|abgestürzt|absturz|
kurssturz|kursrutsch|ermäßigte|ermässigte|ermäßigten|verbilligte|verbilligten|verbilligt|nach unten|abwärts|
knickte|knickten|eingeknickt|gaben nach|gab nach|gibt nach|rot|in rot|tagesverlust|verringerte|reduzierte|
fiel zurück|schwach|talfahrt|billiger|zurück|krachte|krachten|ließ|ließen|lässt|schwand|schwanden|nachließ|
nachließen|nachgelassen|abgetaucht|tauchte|tauchten|korrigierte|korrigierten|abgerutscht|zurückgefallen|einbrach|
einbrachen|abbröckelte|bröckelte|bröckelten|abgebröckelt|federn gelassen|hinten|südwärts|eingebrochen|talwärts|abwärtsgegangen|ging es abwärts|kursabschlag|kursabschlags`,
    narrows:
      "grenzte|grenzten|verringerte|verringerten|reduzierte|reduzierten|baute|bauten|weitete|weiteten|dämmte|dämmten|halbierte|halbierten",
    flat: "unverändert|auf der stelle|stabil|kaum verändert|kaum bewegt|seitwärts|behauptet",
    close: `und schloss|schloss|schlossen|schließt|schliesst|geschlossen|schluss|schlusskurs|schlusskurse|schlusskursen|
handelsschluss|handelsende|börsenschluss|xetra-schluss|zum schluss|beendete|beendeten|beendet|
ging aus dem handel|gingen aus dem handel|aus dem handel|aus dem tag|aus dem tag ging|letztendlich|
schlussendlich|am ende|schlussstand|vortagesschluss|tagesende|schliessen|schließen|endete|endeten|enden|
verabschiedete|zum handelsschluss|am tagesende|xetra schluss|handelsschluss um`,
    trade: `notierte|notierten|notiert|notieren|stand|standen|steht|stehen|lag|lagen|liegt|liegen|kostete|kosteten|kostet|
kosten|kam|kamen|kommt|wurde gehandelt|wurden gehandelt|gehandelt|handelte|handelten|aktuell|kurs von|
bei einem kurs|kurs lag|kurs liegt|wert von|handelt|rangierte`,
    open: `eröffnete|eröffneten|eröffnet|eröffnung|eröffnungskurs|handelsstart|zum handelsstart|handelsbeginn|
zur eröffnung|in den handel|startete|starteten|startet|zum auftakt|zum start|börsenstart|eröffnungs*|
vorbörslichen indikationen|handelseröffnung`,
    at: "auf|bei|zu|mit|um auf",
    from: "von|gegenüber|nach|statt",
    extreme: `tageshoch|tagestief|höchstkurs|tiefstkurs|tageshöchststand|tagestiefststand|bis zu|bis auf|in der spitze|
zeitweise bis|höchststand|tiefststand|tageshochs|tagestiefs|zwischen|zwischenzeitlich|höchstwert|tiefstwert|
im hoch|im tief|spanne|spitze|tagestiefstand|tageshöchstkurs|tagestiefstkurs|marke|marke von|schwelle|hürde|
unter die marke|über die marke|durchschnitt|höchsten stand|tiefsten stand|kurzzeitig|um bis zu|maximal|
höchststands|hochpunkt|tiefpunkt|unterstützung|widerstand|linie|tagesspanne|von zeitweise|nach zeitweise|von zwischenzeitlich|nach zwischenzeitlich|von anfänglich|nach anfänglich|nach zunächst|von zunächst`,
    mark: `52-wochen-hoch|52-wochen-tief|52 wochen hoch|52 wochen tief|52 wochen|rekordhoch|rekordtief|rekord|rekordstand|
allzeithoch|allzeittief|jahreshoch|jahrestief|mehrjahreshoch|jahreshochs|jahrestiefs|jahreshöchststand|
jahrestiefststand|rekordhochs|ausgabepreis|ausgabekurs|emissionspreis|höchsten stand seit|tiefsten stand seit|
bestmarke|rekordmarke|monatshoch|monatstief|wochenhoch|wochentief|verlaufshoch|verlaufstief|jahres-hoch|allzeit*`,
    beside:
      "unter|über|unterhalb|oberhalb|vom|entfernt|unter dem|über dem|fehlen|davon entfernt|abstand|seit dem hoch|seit ihrem hoch|seit seinem hoch|seit dem rekordhoch|seit ihrem|seit seinem|über seinem|über ihrem|unter seinem|unter ihrem",
    below: "unter|unterhalb|niedriger als|tiefer als|unter dem|unter seinem|unter ihrem",
    above: "über|oberhalb|höher als|über dem|über seinem|über ihrem",
    other: `miete|mieten|löhne|lohn|gehälter|gehalt|beiträge|passagierzahlen|fluggastzahlen|besucher|besucherzahlen|
buchungen|einlagen|emissionen|prämien|ticketpreise|spritpreise|strompreise|personal|belegschaft|
umsatz|umsätze|umsatzes|erlös|erlöse|erlösen|gewinn|gewinns|gewinne je|nettogewinn|betriebsgewinn|überschuss|
ergebnis|ergebnisse|ergebnis je|ebit*|ebitda|marge|margen|rendite|renditen|dividende|dividenden|
faire wert|fairer wert|fairen wert|
dividendenrendite|kursziel|kursziele|kurszielen|ziel|analyst|analysten|experten|prognose|prognosen|schätzung|
schätzungen|erwartung|erwartungen|konsens|votum|ausblick|börsenwert|marktkapitalisierung|marktwert|
börsenkapitalisierung|unternehmenswert|marktanteil|marktanteile|anteil|anteile|beteiligung|anteilen|öl|ölpreis|
rohöl|brent|wti|gold|goldpreis|silber|bitcoin|ether|krypto*|euro-kurs|gemeinschaftswährung|devisen|währung|
anleihe|anleihen|bund-future|bundesanleihe|staatsanleihen|future|futures|terminkontrakt|kontrakt|leitzins|
zinsen|zins|inflation|inflationsrate|teuerung|arbeitslosenquote|bip|wirtschaftswachstum|konjunktur|volumen|
handelsvolumen|umgesetzt|gehandelt wurden|absatz|auslieferungen|auslieferung|produktion|verkäufe|verkauf|
aufträge|auftragseingang|mitarbeiter|stellen|jobs|zölle|zoll|steuer|steuern|übernahme|übernahmeangebot|angebot|
offerte|gebot|prämie|aufpreis|kaufpreis|je aktie gewinn|kgv|barrel|unze|feinunze|fass|branche|sektor|subindex|
branchenindex|sektorindex|autowerte|bankwerte|technologiewerte|versicherer|banken|autobauer-werte|kunden|nutzer|
wachstum|wachstums|jahresviertel|quartal|quartals*|umsatz*|absatz*|gewinn je|gewinn pro|cashflow|schulden|
kosten senken|investitionen|investition|einnahmen|ausgaben|gebühr|gebühren|strafe|rabatt|kapitalerhöhung|
aktienrückkauf|gesamtrendite|preise|preis für|erzeugerpreise|verbraucherpreise|einzelhandel|umfrage|zustimmung|
stimmen|gehandelte aktien|leitzinsen|vorjahr|vorjahres*|zum vorjahr|gegenüber dem vorjahr|binnen jahresfrist|
erwarten|kapital|nettozuflüsse|anlagevermögen|volatilität|wechselkurs|kurs-gewinn-verhältnis|dollarkurs|
dow-future|s&p-future|gewinn je aktie|gewinn pro aktie|ergebnis je aktie|verlust je aktie|verlust pro aktie|dividende je aktie|buchwert je aktie|bund-futures|letzterer|letztere|letzteres|ersterer`,
    "other-beside":
      "marktanteil|anteil|anteile|der anteile|der stimmrechte|beteiligung|umsatzplus|der aktien|des umsatzes|jährlich|pro jahr|fehlen|rabatt|zinsen|mehr umsatz|weniger umsatz|der stellen|der mitarbeiter|zoll|zölle|in bar",
    forecast: `erwartet|erwarten|rechnet|rechnen|prognostiziert|soll|sollen|könnte|könnten|dürfte|dürften|würde|würden|wird|
werden|voraussichtlich|schätzt|schätzen|geschätzt|gehen von|kursziel|vermutlich|möglich|taxierte|taxiert|
indiziert|sieht`,
    period: `woche|wochen|wochenvergleich|wochensicht|wochenplus|wochenminus|vorwoche|im wochenvergleich|auf wochensicht|
monat|monate|monaten|monatssicht|auf monatssicht|jahr|jahres|jahre|jahren|jahressicht|auf jahressicht|seit|
seit jahresbeginn|seit jahresanfang|jahresverlauf|laufenden jahr|im laufenden jahr|binnen|innerhalb|
drei monaten|in diesem jahr|im vergangenen jahr|jahresbeginn|halbjahr|wochengewinn|wochenverlust|wochenbilanz|
wöchentlich|monatlich|jährlich|zusammen|bislang in|im januar|im februar|im märz|im april|im mai|im juni|im juli|
im august|im september|im oktober|im november|im dezember|durchschnittlich|im schnitt|im durchschnitt|wochen-*|
jahres-*|monats-*|jahresplus|jahresminus|mehrtägig|seit dem|seit der|seit ende|vergangenen monat|
vergangenen woche|letzten woche|dieser woche|zwei tagen|kursverlauf der|im quartal|quartalssicht|
auf quartalssicht|im ersten quartal|im zweiten quartal|im dritten quartal|im vierten quartal|dreimonatssicht`,
    streak: "gewinnserie|verlustserie|siegesserie|serie|erfolgsserie",
    daily: "tages*|am tag|zum vortag|vortag|gegenüber dem vortag|zum vortagesschluss|zum xetra schluss|vortages",
    superlative:
      "höchsten|tiefsten|größte|größten|stärkste|stärksten|schwächste|beste|besten|erste|höchste|niedrigste|niedrigsten|grösste|grössten",
    previous: `vortag|vortags|vortages|vortagesschluss|zuvor|tag zuvor|tags zuvor|am vortag|vorherigen|schlusskurs vom`,
    today: "heute|heutigen|heutige|am tag|diesmal|",
    "same-day": "an diesem tag|am selben tag|am gleichen tag",
    past: "letzten|letzter|vergangenen|vergangener|vorigen",
    "before-yesterday": "vorgestern|vorgestrigen|vorgestrige",
    yesterday: "gestern|gestrigen|gestrige",
    latest: "letzten handelstag|jüngsten handelstag|letzten sitzung|jüngsten sitzung",
    next: "folgetag|am tag darauf|tags darauf|am nächsten tag",
    before: "vor|kurz vor|bis",
    clock: "uhr",
    unreal: "hätte|hätten|wäre|wären|falls|wenn|sollte|sollten|jeder|jede|jedes",
    not: "keineswegs|keinesfalls|mitnichten|nicht mehr|nicht|nie|niemals|kein|keine|keinen|keinem",
    premarket:
      "vorbörslich|vorbörslichen|vorbörsliche|vorbörse|vor börsenstart|vor handelsbeginn|vor börsenbeginn|tradegate|lang und schwarz|lang & schwarz|frühhandel",
    "after-hours":
      "nachbörslich|nachbörslichen|nachbörsliche|nachbörse|nach börsenschluss|nach handelsschluss|nachbörsenhandel",
    intraday: `zuletzt|zwischenzeitlich|mittag|mittags|am mittag|montagmittag|dienstagmittag|mittwochmittag|donnerstagmittag|
freitagmittag|vormittag|am vormittag|montagvormittag|dienstagvormittag|mittwochvormittag|donnerstagvormittag|
freitagvormittag|nachmittag|am nachmittag|montagnachmittag|dienstagnachmittag|mittwochnachmittag|
donnerstagnachmittag|freitagnachmittag|im frühen handel|im verlauf|
zur mittagszeit|am morgen|im bisherigen|im laufe|im tagesverlauf|kurz vor|im handelsverlauf|zeitweise|
montagmorgen|dienstagmorgen|mittwochmorgen|donnerstagmorgen|freitagmorgen`,
    about: "rund|etwa|ungefähr|circa|ca|knapp|fast|nahezu|annähernd|gut|gute",
    "less-than": "weniger als",
    "more-than": "mehr als|über|mindestens|gut|weniger als|mehr als die",
    valued:
      "offerte|angebot|gebot|prämie|aufschlag|kursziel|ziel|ziels|kurszielen|übernahmeangebot|übernahme|analyst|analysten|potenzial|kurspotenzial|aufwärtspotenzial|abschlag|experten|bewertung",
    undone:
      "anfängliche|zwischenzeitliche|frühe gewinne|frühe verluste|machte wett|machten wett|wettmachte|egalisierte|drehte|drehten",
    "long-ago": "vor einem jahr|ein jahr zuvor|vor jahresfrist|im vorjahr|vor zwei jahren|vor einem monat",
    relative: "der|die|das|dessen|deren",
    more: "mehr|mehr als",
    less: "weniger|weniger als",
    when: "als",
    receipt:
      "adr|adrs|vorzugsaktie|vorzugsaktien|vorzüge|vz|stammaktie|stammaktien|stämme|hinterlegungsscheine|partizipationsschein|partizipationsscheine|genussschein|genussscheine|namenaktie|namenaktien|inhaberaktie|inhaberaktien",
    share: `aktie|aktien|papier|papiere|papiers|papieren|titel|titeln|titels|anteilsschein|anteilsscheine|anteilscheine|
valor|valoren|dividendenpapier|dividendenpapiere|wertpapier|wertpapiere|stammaktie|vorzugsaktie|stammaktien|
vorzugsaktien|kurs|kurses|aktienkurs|börsenkurs|anteilschein|adr|bonusscheine|*aktie|*aktien|*papier|*papiere|
*titel|partizipationsschein|partizipationsscheine|genussschein|genussscheine|namenaktie|namenaktien|schein`,
    "per-share": "je aktie|pro aktie|je anteilsschein|je titel",
    company: `unternehmen|unternehmens|konzern|konzerns|gesellschaft|firma|hersteller|herstellers|autobauer|autobauers|bank|
institut|er|sie|es|dessen|deren|dies|dies entspricht|das entspricht|versicherers|medienkonzern|softwarekonzern|
chiphersteller|pharmakonzern|e-auto-hersteller|e-auto-herstellers|anbieter|riese|*konzern|*hersteller|*bauer|
*riese|*anbieter|*spezialist`,
    index: `leitindex|index|börsenbarometer|barometer|standardwerteindex|kursbarometer|aktienindex|leitbarometer|
blue-chip-index|auswahlindex|gesamtmarkt|marktbarometer|bluechips-barometer|blue-chips-barometer|aktienbarometer`,
    region: "asiatische|europäische|amerikanische|deutsche|us|chinesische|japanische|französische|schweizer",
    member:
      "aktie|aktien|werte|wert|konzern|konzerne|unternehmen|mitglied|mitglieder|titel|neuling|sieger|verlierer|gewinner|schlusslicht|future|handel|sitzung|handelsstart|handelsschluss|notierte|notierten|listing|konzerns|aktionäre",
    respectively: "beziehungsweise|respektive|bzw|jeweils",
    each: "beide|jeweils",
    or: "oder|beziehungsweise|also|das entspricht|dies entspricht",
    and: "und|sowie|&",
    clause: `während|aber|nachdem|doch|jedoch|allerdings|wobei|obwohl|weil|da|als|gefolgt|hingegen|dagegen|verglichen|bevor|
ehe|nach anfänglichen|trotz|denn|anschließend|danach|ferner|und schloss|indes|derweil`,
    of: "in|bei|von|für|des|der|beim|im",
    place: "im|in|an der|am|aus dem|an die|den im|in dem|vom|zum|der börse|börse|an der börse",
    definite: "die",
    filler: `seiner|seines|ihrer|ihres|seine|ihre|seinen|ihren|
nicht nur|nicht zuletzt|als einer|als eine|als eines|als einziger|als einzige|als einziges|der|die|das|den|dem|des|
ein|eine|einen|einem|einer|eines|um|noch|leicht|leichte|leichten|deutlich|kräftig|
kräftige|weitere|weiter|nur|auch|sich|wieder|etwas|moderat|gar|gleich|stark|prozentual|je|pro|jeweils|neu|
erneut|sogar|satte|hinzu|ab|zu|wert|ist|war|waren|sind|wurde|wurden|hat|haben|konnte|konnten|insgesamt|
schlussendlich|vorübergehend|daraufhin|um weitere|gegen|im handel|xetra|xetra handel|nyse handel|nasdaq handel|
handel|inzwischen|mittlerweile|erneut|bereits|dabei|wird|werden`,
    common: "der|die|das|und|in|den|von|zu|mit|sich|auf|für|ist|im|dem|nicht|ein|eine|als|auch|es|an|um|am",
  },
  numbers: "null|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf",
  weekdays:
    "sonntag|montag,montagabend,montagmittag,montagmorgen,montagnachmittag,montagvormittag|dienstag,dienstagabend,dienstagmittag,dienstagmorgen,dienstagnachmittag,dienstagvormittag|mittwoch,mittwochabend,mittwochmittag,mittwochmorgen,mittwochnachmittag,mittwochvormittag|donnerstag,donnerstagabend,donnerstagmittag,donnerstagmorgen,donnerstagnachmittag,donnerstagvormittag|freitag,freitagabend,freitagmittag,freitagmorgen,freitagnachmittag,freitagvormittag|samstag,sonnabend",
  months:
    "januar,jan,jänner|februar,feb,feber|märz|april,apr|mai|juni,jun|juli,jul|august,aug|september,sept,sep|oktober,okt|november,nov|dezember,dez",
};
