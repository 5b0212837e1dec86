import { formsOf } from "./verb-forms";
import type { LanguageWords } from "./word-kinds";

/** Words of Spanish market reports, grouped by what they say of the figure beside them. */
export const SPANISH: LanguageWords = {
  phrases: {
    up: `sube|suben|subió|subieron|subía|subían|subido|subir|subida|subidas|subiendo|ganó|ganaron|gana|ganan|ganaba|
ganaban|ganado|ganar|ganancia|ganancias|avanza|avanzan|avanzó|avanzaron|avanzaba|avanzado|avance|avances|
avanzar|alza|alzas|al alza|repunta|repuntan|repuntó|repuntaron|repuntaba|repunte|repuntes|escala|escaló|
escalaba|escalado|trepa|trepó|trepaba|crece|creció|salta|saltó|salto|dispara|disparó|disparaba|dispararon|
disparado|disparan|revaloriza|revalorizan|revalorizó|revalorizado|revalorización|revalorizaba|aprecia|apreció|
incrementa|incrementó|incremento|aumenta|aumentó|aumento|anota|anotó|anotado|anotaron|anotaba|apunta|apuntó|
apuntado|apuntaba|ascenso|ascensos|asciende|ascendió|ascendía|suma|sumó|sumado|sumaba|sumaron|verde|en verde|
rebota|rebotó|rebote|elevó|eleva|elevado|se elevó|positivo|recupera|recuperó|recuperado|rally|trepan|escalan|
remonta|remontó|plusvalía|sumar|encarama|mejora|mejoró|
${formsOf("es-ar", "gan|avanz|repunt|escal|trep|salt|dispar|revaloriz|apreci|increment|aument|anot|sum|rebot|elev|recuper|remont|encaram|catapult")}|
${formsOf("es-ir", "sub")}|
${formsOf("es-er", "crec")}|se catapultó|despega|despegó|despegaba|vuela|voló|volaba`,
    down: `baja|bajan|bajó|bajaron|bajaba|bajado|bajar|bajada|bajadas|a la baja|cae|caen|cayó|cayeron|caía|caían|caído|
caer|caída|caídas|cayendo|pierde|pierden|perdió|perdieron|perdía|perdían|perdido|perder|pérdida|pérdidas|
retrocede|retroceden|retrocedió|retrocedieron|retrocedía|retrocedido|retroceso|retrocesos|desciende|descienden|
descendió|descendieron|descendía|descenso|descensos|descendido|cede|ceden|cedió|cedieron|cedía|cedido|ceder|
desploma|desploman|desplomó|desplomaron|desplomaba|desplome|desplomado|hunde|hunden|hundió|hundieron|hundía|
hundido|resta|restó|recorta|recortó|recorte|deja|dejan|dejó|dejaba|dejado|dejaron|se ha dejado|se dejó|rojo|
en rojo|deprecia|depreció|negativo|resbala|resbaló|merma|disminuye|disminuyó|desciendo|derrumba|derrumbó|
derrumbe|flojea|contrae|contrajo|minusvalía|vuelve atrás|
${formsOf("es-ar", "baj|desplom|rest|recort|dej|depreci|resbal|derrumb|floje|abarat|desinfl")}|
${formsOf("es-er", "retroced|ced|perd|descend")}|
${formsOf("es-ir", "hund|sucumb")}|sangra|cayeron|se desinfló|patinó|patina|patinaba|despeñó|despeña`,
    narrows: "reduce|reducía|redujo|modera|moderó|recorta|recortó|amplía|amplió|limita|limitó",
    flat: "plano|sin cambios|estable|plana|planos|invariable",
    close: `cerró|cerraron|cierra|cierran|cerrado|cerraba|cerrar|cierre|al cierre|cierre de sesión|al cierre de sesión|
cerrando|terminó|termina|terminado|terminaron|finalizó|finaliza|finalizado|concluyó|concluye|concluido|acabó|
acaba|acabado|precio de cierre|despidió|se despidió|al término|jornada|al final|ha cerrado|clausuró|
último cierre|cerrar|para terminar|finalizar|
${formsOf("es-ar", "termin|finaliz|acab|claus|sald")}|antes de cerrar|antes de terminar|antes de acabar`,
    trade: `cotiza|cotizan|cotizaba|cotizaban|cotizado|cotizó|cotizar|cotizando|negocia|negociaba|se negociaba|situaba|
sitúa|situó|situarse|situado|situando|se situaba|hasta situarse|queda|quedó|quedado|ubicó|ubicarse|colocó|
coloca|colocarse|intercambia|intercambiaba|vale|valía|alcanza|alcanzar|quedarse|precio de|
${formsOf("es-ar", "cotiz|negoci|situ|ubic|coloc|intercambi|qued|pag")}`,
    open: `abre|abrió|abría|apertura|abierto|a la apertura|abrieron|arrancó|arranca|inicia|inició|comenzó|iniciado|
en la apertura|arrancado`,
    at: "a|hasta|en|al|hasta situarse en",
    from: "frente a|frente al|frente a la|frente a los|desde|de|frente",
    extreme:
      "en el peor momento|en el mejor momento|máximo|mínimo|máximos|mínimos|hasta un|intradía|llegó a|llegar a|llegado a|entre|cota|barrera|nivel de|umbral|tocó|tocar|tocado|techo|suelo|pico|media|rango|soporte|resistencia|superó|supera|superar|superado|por encima|por debajo|llegaba a|psicológico",
    mark: `récord|récords|máximo histórico|mínimo histórico|máximos históricos|máximo anual|mínimo anual|52 semanas|
histórico|históricos|precio de colocación|precio de salida|opv`,
    beside: "por debajo|por encima|debajo|encima|inferior|superior|respecto a su",
    below: "por debajo de|por debajo del|inferior a",
    above: "por encima de|por encima del|superior a",
    other: `alquileres|alquiler|salarios|salario|sueldos|sueldo|plantilla|pasajeros|reservas|tarifas|depósitos|
emisiones|visitantes|primas|su filial|
ingresos|ventas|beneficio|beneficios|utilidad|utilidades|resultado|resultados|facturación|ebitda|margen|
dividendo|dividendos|rentabilidad|rentabilidades|rendimiento|rendimientos|precio objetivo|objetivo|analistas|
analista|previsión|previsiones|estimación|estimaciones|consenso|capitalización|capitalización bursátil|
valoración|cuota de mercado|participación|participaciones|capital|del capital|petróleo|crudo|brent|texas|wti|
barril|oro|onza|plata|bitcoin|ether|criptomonedas|criptomoneda|divisa|dólar|moneda|euro|peso|bono|bonos|
bono español|prima|prima de riesgo|tipos|tipo|tasa|tasas|inflación|ipc|pib|paro|desempleo|crecimiento|volumen|
producción|entregas|pedidos|exportaciones|importaciones|aranceles|arancel|impuesto|impuestos|opa|oferta|ofertas|
adquisición|compra|prima de|futuros|futuro|contratos|sector|sectores|banca|subsector|interanual|trimestre|
semestre|trimestral|ejercicio|deuda|costes|gastos|inversión|inversiones|plantilla|empleados|empleo|clientes|
usuarios|matriculaciones|precio|precios|cobre|tráfico|encuesta|multa|descuento|activos|patrimonio|beneficio por acción|dividendo por acción|compró|vendió|compraron|vendieron|adquirió|este último|esta última`,
    "other-beside":
      "del capital|de participación|de cuota|del pib|de rentabilidad|de interés|anual|interanual|de las acciones|de los ingresos|de las ventas|de descuento|de prima|de aranceles|de la plantilla|en efectivo",
    forecast:
      "prevé|prevén|espera|esperan|esperado|podría|podrían|estima|estiman|estimado|prevista|previsto|sería|serían|apuntan a|anticipa|anticipan|pronostica|proyecta|subiría|caería|augura",
    period: `semana|semanas|semanal|semanales|mes|meses|mensual|año|años|anual|anuales|en lo que va de año|en lo que va|
desde|desde enero|desde principios|en el año|acumula|acumulan|acumulado|acumulada|acumulando|este año|este mes|
esta semana|pasada semana|últimos|últimas|trimestral|en enero|en febrero|en marzo|en abril|en mayo|en junio|
en julio|en agosto|en septiembre|en octubre|en noviembre|en diciembre|de media|promedio|en doce meses|
en el conjunto|balance semanal|cómputo|hace un año`,
    streak: "racha|racha alcista|racha bajista|rachas",
    daily: "diario|diaria|en la jornada|en la sesión|del día|en el día|de la jornada|de la sesión",
    superlative: "mayor|mayores|mejor|peor|peores|primer|primera|más alto|más bajo|menor",
    previous: "anterior|previo|previa|jornada anterior|sesión anterior|día anterior|víspera|la víspera",
    today: "hoy|esta jornada|esta mañana|esta tarde",
    "same-day": "ese día|el mismo día|esa jornada",
    past: "pasado|pasada|último|última",
    "before-yesterday": "anteayer|antier|antes de ayer",
    yesterday: "ayer",
    latest: "última sesión|última jornada|la última sesión",
    next: "al día siguiente|día siguiente",
    before: "antes de|antes del|previo al|hacia el",
    clock: "gmt",
    unreal: "si|cada",
    not: "ya no|lejos de|en lugar de|en vez de|no|nunca|jamás",
    premarket: "antes de la apertura|preapertura|premercado|previo a la apertura|pre-market|premarket",
    "after-hours":
      "tras el cierre|después del cierre|fuera de hora|fuera de horario|after hours|postmercado|operaciones posteriores|after-hours|mercado electrónico",
    intraday:
      "media sesión|a media sesión|mediodía|al mediodía|a media mañana|intradía|en los primeros compases|en la media sesión|a esta hora|horas|minutos después|primeros minutos|primeras horas|poco antes|poco después|minutos antes|a media jornada",
    about:
      "casi|cerca de|alrededor de|aproximadamente|en torno a|en torno al|unos|unas|cerca del|prácticamente|algo más",
    "less-than": "menos de|menos del",
    "more-than": "más de|más del|al menos|menos de|menos del|superior al|superior a",
    more: "más|más de",
    less: "menos|menos de",
    valued:
      "oferta|ofertas|opa|prima|prima de|objetivo|precio objetivo|potencial|analistas|analista|compra|adquisición|descuento|precio|ofrecido|supone",
    "long-ago": "hace un año|un año antes|un año atrás|hace dos años|hace un mes",
    relative: "que|cuyo|cuya|quien",
    undone: "borró|borra|borrando|neutralizó",
    when: "cuando",
    receipt: "adr|adrs|preferentes|clase b|clase a",
    share:
      "acción|acciones|título|títulos|valor|valores|papeles|la acción|las acciones|cotización|adr|precio de la acción",
    "per-share": "por acción|por título",
    company:
      "compañía|empresa|grupo|banco|entidad|firma|sociedad|fabricante|aerolínea|eléctrica|teleco|petrolera|aseguradora|constructora|textil|ésta|este|que|gigante|minera|siderúrgica|farmacéutica",
    index:
      "índice|el índice|selectivo|el selectivo|indicador|selectivo español|principal índice|parqué|el parqué|referencial",
    region: "europeas|asiáticas|estadounidenses|chinas|españolas|bancarias|tecnológicas",
    member: "valores|compañías|empresas|acciones|cotizadas|futuros",
    respectively: "respectivamente",
    each: "ambos|ambas|cada uno",
    or: "o|equivalente a|es decir|lo que equivale",
    and: "y|e|así como|e igual que",
    clause:
      "mientras|mientras que|si bien|pero|tras|después|después de|aunque|por lo que|cuando|cuyo|seguido|seguida|seguido de|seguida de|seguidos|luego|igual que|frente a|ante|en tanto|por su parte|sin embargo|antes de|por delante|además|antes de cerrar|antes de terminar|antes de acabar",
    of: "de|del|en|para|d",
    place: "en el|en|del|al|de la|de|en la bolsa de",
    definite: "los",
    filler:
      "no solo|no sólo|el|la|los|las|un|una|se|ha|han|había|lo|le|del|de|al|por|con|su|sus|leve|ligero|ligera|fuerte|fuertemente|ligeramente|también|hasta|casi|cada|este|esta|entorno|otro|nuevo|para|experimentar|registrar|registró|registra|registrado|haber|es|fue|sólo|solo|apenas|sido|liderado",
    common: "el|la|los|las|de|del|y|que|en|un|una|se|por|con|para|su|ha|al|lo|es|como|más",
  },
  numbers: "cero|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce",
  weekdays: "domingo|lunes|martes|miércoles|jueves|viernes|sábado",
  months:
    "enero,ene|febrero,feb|marzo,mar|abril,abr|mayo,may|junio,jun|julio,jul|agosto,ago|septiembre,sept,sep|octubre,oct|noviembre,nov|diciembre,dic",
};
