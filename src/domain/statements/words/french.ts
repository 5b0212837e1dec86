import { formsOf } from "./verb-forms";
import type { LanguageWords } from "./word-kinds";

/** Words of French market reports, grouped by what they say of the figure beside them. */
export const FRENCH: LanguageWords = {
  phrases: {
    up: `hausse|hausses|en hausse|gagne|gagnent|gagné|gagnait|gagnaient|gagnant|gagner|gain|gains|grimpe|grimpent|grimpé|
grimpait|grimpant|monte|montent|monté|montait|montant|progresse|progressent|progressé|progressait|progressaient|
progression|progressant|avance|avancent|avancé|avançait|avançaient|bondit|bondissent|bondi|bondissait|bond|
s'envole|s'envolent|envolé|envolée|s'envolait|envolée de|prend|prennent|pris|prenait|prenaient|prenant|
grappille|grappillent|grappillé|grappillait|grappillaient|s'adjuge|adjuge|adjugé|adjugeait|adjugeaient|adjugent|
s'octroie|octroie|octroyait|octroyé|rebondit|rebondi|rebond|rebondissait|décolle|décollait|décollé|flambe|
flambait|flambé|flambée|s'apprécie|apprécié|appréciait|augmente|augmenté|augmentait|remonte|remonté|remontait|
engrange|engrangé|ajoute|ajouté|vert|dans le vert|accroît|plus haut|s'offre|s'offrait|offert|bondissant|explose|
explosé|explosait|s'arroge|arrogé|empoche|empoché|supérieur|reprend|repris|reprenait|s'élève de|élevé de|
surperforme|ascension|dope|dopé|repart|repartait|regagne|
${formsOf("fr-er", "gagn|grimp|mont|progress|envol|adjug|octroy|décoll|flamb|appréci|augment|remont|engrang|ajout|grappill|explos|arrog|regagn|hiss")}|
${formsOf("fr-ir", "bond|rebond|surg|accompl")}|soit un gain de|soit une hausse de|soit une progression de|soit un rebond de|bonifie|bonifié|s arroge|signe un gain de|raffermi|raffermit|redresse|redressé|s illustre`,
    down: `baisse|baisses|en baisse|baissé|baissait|baissaient|baissent|baissant|perd|perdent|perdu|perdait|perdaient|
perdant|perdre|perte|pertes|recul|recule|reculent|reculé|reculait|reculaient|reculant|repli|replié|se replie|
repliait|repliaient|chute|chutent|chuté|chutait|chutaient|chutant|cède|cèdent|cédé|cédait|cédaient|cédant|lâche|
lâchent|lâché|lâchait|lâchaient|abandonne|abandonnent|abandonné|abandonnait|abandonnaient|plonge|plongent|
plongé|plongeait|plongeon|dégringole|dégringolé|dégringolade|dégringolait|s'effondre|effondré|effondrait|
effondrement|tombe|tombé|tombait|glisse|glissé|glissait|diminue|diminué|dévisse|dévissé|dévissait|dévissent|
régresse|régressé|se tasse|fléchit|fléchi|fléchissait|s'effrite|effrité|rouge|dans le rouge|décroche|décrochait|
décroché|rétrograde|laisse|laissé|trébuche|trébuché|recède|s'enfonce|moins|fond|effritement|correction de|reflux|
décrue|rend|rendait|rendu|dévissage|déroute|plonger|tomber|
${formsOf("fr-er", "baiss|recul|chut|lâch|abandonn|dégringol|gliss|tomb|diminu|déviss|effrit|tass|reflu|affaiss|dérap|décroch|laiss|effondr|repli")}|
${formsOf("fr-ir", "fléch|alourd|faibl")}|soit une perte de|soit une baisse de|soit un repli de|soit un recul de|retraité|retraite|retraitent|retraitait|sombre|sombré|sombrait|dégringolant|s écroule|écroulé|écroule|écroulait|pénalisé de|tassé|rechute|rechuté|flanche|flanché`,
    narrows:
      "réduit|réduisait|réduisant|limite|limitait|limitant|creuse|creusait|accentue|accentuait|accroît|amplifie|amplifiait",
    flat: "inchangé|stable|stables|à l'équilibre|équilibre|sur-place|quasi stable|inchangée",
    close: `clôture|clôturé|clôturer|clôturent|clôturait|clôturant|à la clôture|en clôture|terminé|termine|terminent|
terminant|terminait|terminer|fini|finit|finissait|finissant|achevé|achève|achevait|fin de séance|
cours de clôture|clôturé à|a clôturé|a terminé|a fini|conclut|conclu|en fin de séance|bouclé|boucle|
dernier cours|clôture précédente|
${formsOf("fr-er", "clôtur|termin|boucl")}|avant de clôturer|avant de terminer|avant de finir|avant de conclure`,
    trade: `s'échange|s'échangeait|s'échangent|s'échangeaient|échangeait|échange|cote|cotait|cotent|cotée|coté|évolue|
évoluait|évoluaient|vaut|valait|s'établit|s'établissait|s'établir|établi|établit|se traite|se traitait|affiche|
affichait|pointe|pointait|s'inscrit|s'inscrivait|ressort|ressortait|se négocie|se négociait|cours de|se situe|
traité|traitait|se hisser|atteindre|atteint|pour atteindre|revient|revenir|retombe|
${formsOf("fr-er", "cot|échang|évolu|affich|point")}`,
    open: `ouvre|ouvert|ouvrait|ouverture|à l'ouverture|ouverture de|cours d'ouverture|entamé|entame|a débuté|en ouverture|
a ouvert|débute|prix d'ouverture`,
    at: "à|au|aux|pour s'établir à|sous|vers",
    from: "de|contre|depuis les|après|rapport",
    extreme: `au pire|au pire moment|
pointe|plus haut|plus bas|jusqu'à|jusqu à|au plus haut|au plus bas|en séance|pic|sommet|plancher|plafond|entre|
seuil|barre|touché|touche|maximum|minimum|un instant|moyenne|la barre des|la barre de|le seuil des|le seuil de|
allant jusqu'à|fourchette|plus haut cours|plus bas cours|support|résistance|franchi|franchit|dépassé|dépasse|
franchissant|jusqu'à perdre|jusqu'à gagner|allé jusqu à|jusqu à gagner|jusqu à perdre`,
    mark: `record|records|plus haut historique|plus bas historique|sur un an|52 semaines|historique|plus haut depuis|
plus bas depuis|plus haut annuel|plus haut de l'année|plus bas de l'année|prix d'introduction|prix d'émission|
cours d'introduction|plus haut cours de l'année`,
    beside:
      "sous|au-dessus|en dessous|au-dessous|au dessus|supérieur à|inférieur à|en dessous de|par rapport à son|loin de|depuis son|depuis sa|depuis ses|depuis leur|depuis le plus haut|depuis le pic|depuis un plus haut|depuis le record",
    below: "sous|en dessous de|en dessous du|au-dessous de|au-dessous du|inférieur à",
    above: "au-dessus de|au-dessus du|supérieur à",
    other: `l'euro|le dollar|le yen|la livre|le franc|
loyers|loyer|salaires|salaire|rémunération|effectifs|fréquentation|réservations|passagers|tarifs|
émissions|dépôts|primes|sa filiale|ses filiales|
chiffre d'affaires|ventes|revenus|revenu|recettes|bénéfice|bénéfices|résultat|résultats|bénéfice net|
résultat net|ebitda|ebit|marge|marges|dividende|dividendes|rendement|rendements|objectif|objectif de cours|
objectifs|analyste|analystes|prévision|prévisions|consensus|estimations|capitalisation|capitalisation boursière|
valorisation|part de marché|parts de marché|participation|part du capital|du capital|pétrole|brent|wti|baril|or|
once|l'once|bitcoin|ether|cryptomonnaie|cryptomonnaies|dollar|euro face|devise|devises|billet vert|
monnaie unique|obligation|obligations|obligataire|emprunt|taux|oat|bund|inflation|croissance|pib|chômage|
volumes|volume|production|livraisons|commandes|prises de commandes|carnet|immatriculations|consommation|prix|
droits de douane|taxe|taxes|impôt|surtaxe|offre|opa|rachat|prime|acquisition|effectifs|emplois|postes|salariés|
clients|abonnés|trafic|secteur|sous-secteur|indice sectoriel|valeurs bancaires|bancaires|contrats à terme|
contrat à terme|contrats|future|futures|trimestre|semestre|exercice|sur un an|en rythme annuel|
en glissement annuel|dette|endettement|investissements|dépenses|coûts|cash-flow|per|ratio|sondage|électeurs|
amende|en valeur|en volume|en données comparables|organique|à périmètre constant|fréquentation|flux|encours|
actifs|collecte|étude|mensualités|cible|bénéfice par action|résultat par action|dividende par action|potentiel|ce dernier|cette dernière`,
    "other-beside":
      "du capital|des parts|des actions|de parts|des droits de vote|des effectifs|par an|de rendement|de marge|de réduction|de la moyenne|de droits de douane|de remise|en dessous de la moyenne|en numéraire|en espèces|en cash",
    forecast:
      "prévoit|prévoient|attendu|attendue|attend|devrait|devraient|pourrait|pourraient|serait|table|tablent|anticipe|anticipent|anticipé|prévu|estime|estiment|vise|objectif de|sera|seraient|visent|viser",
    period: `depuis son introduction|depuis son introduction en bourse|depuis l'introduction en bourse|
depuis leur introduction en bourse|depuis son entrée en bourse|depuis son arrivée en bourse|
semaine|semaines|sur la semaine|de la semaine|hebdomadaire|hebdomadaires|mois|mensuel|mensuelle|année|annuel|
annuelle|annuelles|depuis|depuis le|depuis le début|depuis janvier|depuis le 1er janvier|
sur l'ensemble de la semaine|cette année|cette semaine|sur l'année|sur un an|depuis un an|en un an|en deux|
en trois|ces derniers|sur les|au cours des|trimestriel|en janvier|en février|en mars|en avril|en mai|en juin|
en juillet|en août|en septembre|en octobre|en novembre|en décembre|annuellement|cumul|cumulé|cumule|en moyenne|
la semaine dernière|le mois dernier|l'an dernier|l'an passé|sur l'ensemble du|sur l'ensemble de|sur le trimestre|
sur le semestre|au deuxième trimestre|au premier trimestre|au troisième trimestre|au quatrième trimestre`,
    streak: "série de hausses|série de baisses|série|série haussière|série baissière",
    daily: "du jour|sur la séance|quotidien|quotidienne|de la séance|sur la journée|du jour même",
    superlative:
      "plus forte|plus forts|meilleure|meilleur|pire|première|plus haut niveau|plus bas niveau|plus bas|plus haut|forte|plus fort|plus mauvaise",
    previous: "la veille|veille|précédent|précédente|auparavant|précédemment",
    today: "aujourd'hui|ce jour|ce matin|cet après-midi|ce soir|séance du jour",
    "same-day": "ce jour-là|le même jour",
    past: "dernier|passé",
    "before-yesterday": "avant-hier",
    yesterday: "hier|la veille au soir",
    latest: "dernière séance|la dernière séance",
    next: "lendemain|le lendemain",
    before: "avant|peu avant|avant la",
    clock: "gmt|heure de paris|heure de new york",
    unreal: "si|s'il|chaque",
    not: "n'est plus|ne sont plus|n'étaient plus|n'était plus|loin de|au lieu de|plutôt que de|pas|jamais|aucun|aucune",
    premarket:
      "avant l'ouverture|avant-bourse|préouverture|avant bourse|avant la cloche|échanges d'avant-bourse|avant-marché|pré-ouverture",
    "after-hours":
      "après la clôture|après-bourse|hors séance|échanges après bourse|échanges hors séance|post-clôture|échanges électroniques après|après clôture|échanges d'après-bourse|après bourse",
    intraday:
      "vers|mi-séance|à mi-séance|à la mi-séance|en début de séance|en cours de séance|en matinée|dans la matinée|à la mi-journée|mi-journée|dans les premiers échanges|premiers échanges|peu avant|en milieu de|dans l'après-midi|dès l'ouverture|en début d'après-midi",
    about: "environ|près de|quasiment|presque|autour de|quelque|à peu près|un peu moins de",
    "less-than": "moins de",
    "more-than": "plus de|plus d'|au moins|moins de|dépassant",
    valued:
      "offre|opa|prime|rachat|acquisition|objectif|objectif de cours|cible|analyste|analystes|potentiel|décote|offres",
    "long-ago": "il y a un an|un an plus tôt|un an auparavant|l an passé à la même|il y a un mois|voici un an",
    relative: "qui|dont|laquelle|lequel",
    more: "de plus",
    less: "de moins",
    undone: "efface|effacé|effaçant|effaçait|gommé|gomme",
    when: "lorsque|quand|où",
    receipt: "adr|certificat|certificats|actions de préférence|privilégiées",
    share: "action|actions|titre|titres|valeur|cours|cours de bourse|cours de l'action|le titre|adr|papier",
    "per-share": "par action|par titre|l'action",
    company:
      "groupe|société|entreprise|compagnie|constructeur|avionneur|banque|géant|il|elle|ils|elles|équipementier|laboratoire|fabricant|distributeur|ce qui|assureur|opérateur|foncière|qui|celui-ci|constructeur aéronautique",
    index:
      "indice|l'indice|indice vedette|indice phare|indice parisien|indice de référence|indice boursier|indice vedette parisien|marché|place parisienne|la place parisienne|un marché|bourse de paris|la bourse de paris",
    region: "européennes|asiatiques|américaines|chinoises|françaises|allemandes|technologiques|bancaires|pétrolières",
    member: "valeurs|sociétés|entreprises|groupe|action|actions|titres|membre|future|composantes",
    respectively: "respectivement",
    each: "chacun|chacune|tous deux",
    or: "ou|soit|soit un gain de|soit une perte de|soit une hausse de|soit une baisse de",
    and: "et",
    clause:
      "tandis|tandis que|alors|alors que|mais|après|après avoir|avant|lorsque|quand|puis|pendant que|suivi|suivie|suivi par|suivi de|malgré|bien que|grâce|dans un|dans une|contrairement|devant|derrière|avant de clôturer|avant de terminer|avant de finir|avant de conclure",
    of: "de|du|des|d|pour|dans|sur|en",
    place: "à|sur le|au|dans le|du|à la|sur|de la|des valeurs du|au sein du",
    definite: "les",
    filler:
      "pas seulement|le|la|les|l|un|une|des|d|de|s|a|ont|était|est|sont|avait|se|sa|son|ses|léger|légère|légèrement|nettement|fortement|encore|aussi|même|de nouveau|ainsi|même temps|points|très|nette|modeste|solide|ce|cette|pour|désormais|n|jusque|ensuite|progressivement|avoir|été|également",
    common: "le|la|les|de|des|du|et|à|un|une|en|dans|que|est|pour|au|sur|par|a|il|qui|ce|son|sa",
  },
  numbers: "zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze",
  weekdays: "dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi",
  months:
    "janvier,janv|février,fév,févr|mars|avril,avr|mai|juin|juillet,juil|août|septembre,sept|octobre,oct|novembre,nov|décembre,déc",
};
