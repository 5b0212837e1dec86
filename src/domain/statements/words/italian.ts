import { formsOf } from "./verb-forms";
import type { LanguageWords } from "./word-kinds";

/** Words of Italian market reports, grouped by what they say of the figure beside them. */
export const ITALIAN: LanguageWords = {
  phrases: {
    up: `rialzo|in rialzo|rialzi|sale|salgono|salito|salita|saliti|saliva|salire|guadagna|guadagnano|guadagnato|
guadagnava|guadagno|guadagni|cresce|crescita|in crescita|avanza|avanzano|avanzato|avanzata|balza|balzano|
balzata|balzato|balzo|vola|volano|volato|sprint|progresso|in progresso|progredisce|aumenta|aumento|incremento|
rimbalza|rimbalzo|rimbalzato|recupera|recupero|strappa|verde|in verde|impenna|impennata|schizza|corre|rally|
positivo|positiva|apprezza|apprezzamento|mette a segno|plus|brilla|svetta|spicca|
${formsOf("it-are", "guadagn|avanz|balz|vol|aument|rimbalz|recuper|strapp|impenn|apprezz")}|
${formsOf("it-ire", "sal")}|
${formsOf("it-ere", "cresc")}|scatta|scattato|scattano`,
    down: `ribasso|in ribasso|ribassi|scende|scendono|sceso|scesa|scesi|scendeva|perde|perdono|perso|persa|perdeva|perdita|
perdite|cala|calano|calato|calo|in calo|cali|cede|cedono|ceduto|cedeva|flessione|in flessione|flette|arretra|
arretrano|arretrato|lascia|lasciano|lasciato|crolla|crollano|crollato|crollo|affonda|affondano|precipita|tonfo|
scivola|scivolano|scivolato|rosso|in rosso|negativo|negativa|discesa|diminuisce|diminuzione|deprezza|sprofonda|
indietreggia|tracollo|minus|ripiega|
${formsOf("it-are", "cal|arretr|lasci|croll|affond|precipit|scivol|sprofond|indietreggi|ripieg")}|
${formsOf("it-ere", "scend|perd|ced|flett")}|lima|limato|limano`,
    narrows: "riduce|ridotto|riduceva|limita|limitato|amplia|ampliato",
    flat: "invariato|invariata|parità|piatto|piatta|stabile|poco mosso",
    close: `si è fermata a|si è fermato a|si sono fermate a|si sono fermati a|si ferma a|si fermano a|chiude|chiudono|chiuso|chiudeva|chiudendo|chiudere|chiusura|in chiusura|alla chiusura|ha chiuso|termina|
terminano|terminato|termine|conclude|concluso|archivia|archiviato|finale|prezzo di chiusura|fine seduta|
a fine seduta|
${formsOf("it-are", "termin|archivi")}|
${formsOf("it-ere", "chiud|conclud")}|prima di chiudere|prima di terminare`,
    trade: `quota|quotano|quotava|quotato|scambia|scambiano|scambiato|tratta|trattano|vale|valgono|attesta|attestano|
attestandosi|si attesta|attestato|segna|segnano|passa di mano|prezzo di|portandosi|porta|
${formsOf("it-are", "quot|scambi|tratt|attest|pag")}`,
    open: "apre|aprono|aperto|apertura|in apertura|avvio|in avvio|apriva|inizio",
    at: "a|al|all|allo|alla|ai|in|sui|su|sopra|fino a|quota",
    from: "da|dai|dal|rispetto|contro",
    extreme:
      "nel momento peggiore|nel momento migliore|massimo|minimo|massimi|minimi|fino|fino al|soglia|a ridosso|ridosso|livello|tra|picco|toccato|tocca|toccando|intraday|media|superato|supera|barriera|range|supporto|resistenza|massimo intraday|recuperare|arrivato a|arrivata a|arrivati a|arrivare a|arrivando a",
    mark: `record|storico|massimo storico|minimo storico|massimi storici|52 settimane|massimo annuale|
prezzo di collocamento|prezzo di ipo|ipo`,
    beside: "sotto|sopra|al di sotto|al di sopra|superiore|inferiore",
    below: "sotto|al di sotto di|al di sotto della|inferiore a",
    above: "sopra|al di sopra di|al di sopra della|superiore a",
    other: `affitti|affitto|stipendi|stipendio|salari|passeggeri|prenotazioni|tariffe|depositi|emissioni|visitatori|
premi|organico|
ricavi|fatturato|vendite|utile|utili|profitti|profitto|perdita netta|risultato|risultati|ebitda|ebit|margine|
margini|dividendo|dividendi|rendimento|rendimenti|cedola|prezzo obiettivo|target|target price|obiettivo|
analisti|analista|stime|stima|previsioni|consensus|capitalizzazione|valutazione|quota di mercato|partecipazione|
del capitale|capitale|adesioni|petrolio|brent|wti|greggio|barile|oro|oncia|argento|gas|bitcoin|ether|
criptovalute|dollaro|euro|valuta|cambio|btp|bund|spread|titoli di stato|obbligazioni|tassi|tasso|inflazione|pil|
disoccupazione|volumi|volume|produzione|consegne|ordini|immatricolazioni|esportazioni|dazi|dazio|tassa|tasse|
opa|ops|offerta|corrispettivo|premio|acquisizione|acquisto|futures|future|contratti|settore|settoriale|
trimestre|semestre|annuo|su base annua|anno su anno|debito|costi|spese|investimenti|dipendenti|clienti|utenti|
prezzi|materie prime|rame|sondaggio|multa|sconto|rating|rivisto|utile per azione|dividendo per azione|upside|potenziale|quest ultimo|quest ultima`,
    "other-beside":
      "del capitale|di mediobanca|delle azioni|annuo|su base annua|delle quote|del fatturato|di sconto|di premio|dei ricavi|dei diritti|in contanti|cash",
    forecast:
      "prevede|prevedono|atteso|attesa|attende|attendono|potrebbe|potrebbero|dovrebbe|dovrebbero|stima|stimano|sarebbe|previsto|prevista",
    period: `da lunedì|da martedì|da mercoledì|da giovedì|da venerdì|
dalla quotazione|dall'ipo|dal debutto|dal collocamento|dallo sbarco in borsa|dall'esordio|
settimana|settimane|settimanale|settimanali|nella settimana|mese|mesi|mensile|anno|anni|annuale|da inizio anno|
dall'inizio|dall'inizio dell'anno|quest'anno|nell'anno|dall'anno|ultimi|ultime|nel mese|trimestrale|in media|
dall'avvio dell'anno|a gennaio|a febbraio|a marzo|ad aprile|a maggio|a giugno|a luglio|ad agosto|a settembre|
a ottobre|a novembre|a dicembre|da gennaio|scorsa settimana|bilancio settimanale|ytd`,
    streak: "striscia|serie|serie positiva|serie negativa",
    daily: "di giornata|giornaliero|giornaliera|della seduta|del giorno|odierno|odierna",
    superlative: "migliore|peggiore|maggiore|prima|primo|migliori|peggiori|più alto|più basso",
    previous: "precedente|vigilia|della vigilia|giorno prima|seduta precedente",
    today: "oggi|odierna|odierno|stamattina|questa mattina",
    "same-day": "quel giorno|lo stesso giorno",
    past: "scorso|scorsa",
    "before-yesterday": "l'altro ieri|altro ieri|l'altroieri|altroieri|avantieri|ieri l'altro",
    yesterday: "ieri",
    latest: "ultima seduta|ultima sessione",
    next: "giorno dopo|il giorno dopo",
    before: "prima della|prima del|poco prima|verso la",
    unreal: "se|qualora|ogni",
    not: "invece di|anziché|lungi dal|non|mai",
    premarket: "pre-market|premarket|prima dell'apertura|preapertura|pre-apertura|pre mercato",
    "after-hours": "after hours|after-hours|after market|dopo la chiusura|afterhours|dopo borsa|dopo-borsa",
    intraday:
      "a metà seduta|metà seduta|a metà giornata|in mattinata|nel pomeriggio|poco prima|in avvio|nelle prime battute|prime battute|intorno alle|dopo i primi",
    about: "circa|quasi|intorno a|attorno a|vicino a|poco meno",
    "less-than": "meno di",
    "more-than": "oltre|più di|più del|oltre il|almeno|meno di|oltre l'",
    more: "in più",
    less: "in meno",
    valued:
      "offerta|opa|ops|premio|target|target price|prezzo obiettivo|obiettivo|acquisizione|acquisto|analisti|analista|potenziale|upside|sconto|incorpora|corrispettivo",
    "long-ago": "un anno fa|un anno prima|lo scorso anno|due anni fa|un mese fa",
    relative: "che|cui|la cui|il cui",
    undone: "azzera|azzerato|azzerando|annullato",
    when: "quando",
    receipt: "adr|risparmio|privilegiate|azioni di risparmio",
    share: "azione|azioni|titolo|titoli|il titolo|le azioni|valore",
    "per-share": "per azione|ad azione",
    company: "società|gruppo|azienda|banca|compagnia|istituto|casa|gigante|colosso|che|utility",
    index:
      "indice|l'indice|listino|listino milanese|piazza affari|indice principale|paniere|borsa milanese|borsa di milano|milano",
    region: "europee|asiatiche|americane",
    member: "società|titoli|azioni|big|future",
    respectively: "rispettivamente",
    each: "entrambi|entrambe|ciascuno",
    or: "o|pari a|ovvero|cioè",
    and: "e|ed|nonché",
    clause:
      "mentre|ma|dopo|dopo che|dopo aver|quando|seguita|seguito|seguita da|seguito da|invece|tuttavia|senza|grazie|prima di|insieme|davanti|tornando|prima di chiudere|prima di terminare",
    of: "di|del|della|dell|dello|dei|degli|delle|d|per|in|nel",
    place: "a|sul|nel|del|al|della|in",
    definite: "i",
    filler:
      "non solo|il|la|i|gli|le|lo|l|un|una|uno|dell|all|dall|ha|hanno|è|sono|aveva|si|del|dello|della|al|allo|alla|di|per|con|suo|sua|lieve|lievemente|leggero|forte|fortemente|anche|ancora|circa|stata|stato|registrato|nuovo|quasi|su|nel|nello|più|solo|un'|sull|ben",
    common: "il|la|i|gli|le|lo|di|del|della|e|che|in|un|una|con|è|non|al|si|da|dei|nel|alla|ha|a",
  },
  numbers: "zero|un|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici",
  weekdays: "domenica|lunedì|martedì|mercoledì|giovedì|venerdì|sabato",
  months:
    "gennaio,gen|febbraio,feb|marzo,mar|aprile,apr|maggio,mag|giugno,giu|luglio,lug|agosto,ago|settembre,set|ottobre,ott|novembre,nov|dicembre,dic",
};
