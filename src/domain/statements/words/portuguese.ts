import { formsOf } from "./verb-forms";
import type { LanguageWords } from "./word-kinds";

/** Words of Brazilian and Portuguese market reports, grouped by what they say of the figure beside them. */
export const PORTUGUESE: LanguageWords = {
  phrases: {
    up: `alta|altas|em alta|subiu|subiram|sobe|sobem|subia|subiam|subido|subir|subindo|subida|subidas|avançou|avançaram|
avança|avançam|avançava|avançavam|avanço|avanços|avançado|avançar|avançando|ganhou|ganharam|ganha|ganham|
ganhava|ganho|ganhos|valorizou|valorizaram|valoriza|valorizam|valorizava|valorização|valorizando|disparou|
dispararam|dispara|disparam|disparava|disparada|saltou|saltaram|salta|saltam|saltava|salto|cresceu|somou|
elevação|elevou|aumentou|aumento|recuperou|recuperação|recupera|positivo|escalou|decolou|decola|verde|acréscimo|
apreciou|apreciação|mais alto|soma|progrediu|progride|trepou|rali|
${formsOf("pt-ar", "avanç|ganh|valoriz|dispar|salt|som|elev|aument|recuper|escal|decol|apreci|trep")}|
${formsOf("pt-ir", "sub|progred")}|
${formsOf("pt-er", "cresc")}|com mais|a ganhar|a subir|a somar|a valorizar|a avançar|ganhando`,
    down: `queda|quedas|em queda|caiu|caíram|cai|caem|caía|caíam|caído|cair|caindo|recuou|recuaram|recua|recuam|recuava|
recuavam|recuo|recuos|recuando|perdeu|perderam|perde|perdem|perdia|perda|perdas|desvalorizou|desvalorizaram|
desvaloriza|desvalorização|cedeu|cederam|cede|cedem|cedia|baixa|baixas|em baixa|baixou|baixaram|desabou|
desabaram|desaba|desabam|despencou|despencaram|despenca|despencam|tombou|tombo|tomba|afundou|afunda|afundaram|
derreteu|encolheu|retraiu|retração|desceu|desceram|desce|desciam|descida|negativo|vermelho|decréscimo|depreciou|
tombaram|diminuiu|
${formsOf("pt-ar", "recu|desvaloriz|baix|desab|despenc|tomb|afund|depreci|resval")}|
${formsOf("pt-er", "perd|ced|derret|desc|encolh")}|com menos|a perder|a cair|a recuar|a descer|a ceder|a desvalorizar|perdendo|cedendo`,
    narrows: "reduziu|reduz|reduzia|ampliou|amplia|limitou|limita|diminuiu",
    flat: "estável|estabilidade|inalterado|inalterada|estáveis|zero a zero",
    close: `fechou|fecharam|fecha|fecham|fechava|fechado|fechando|fechamento|fechar|no fechamento|encerrou|encerraram|
encerra|encerram|encerrado|encerrando|encerramento|terminou|terminaram|termina|terminam|terminando|fecho|
no fecho|finalizou|finalizaram|finaliza|preço de fechamento|concluiu|último fechamento|ao fim do pregão|
ao final do pregão|fim do dia|fim da sessão|
${formsOf("pt-ar", "fech|encerr|termin|finaliz")}|antes de fechar|antes de encerrar|antes de terminar`,
    trade: `cotado|cotada|cotados|cotadas|negociado|negociada|negociados|negociadas|negociava|negocia|negociam|valia|vale|
valiam|situou|situa|ficou|ficaram|fica|atingiu|operava|operavam|opera|operam|marcava|marca|cota|cotação|para|
transacionava|transaciona|chegou|
${formsOf("pt-ar", "cot|negoci|situ|oper|transacion")}`,
    open: "abriu|abriram|abre|abrem|abertura|na abertura|iniciou|começou|inicia|abertura do pregão",
    at: "a|aos|para|em|nos|no|até|ao|à",
    from: "contra|contra a|contra o|frente a|frente ao|frente à|de|desde|frente|ante",
    extreme:
      "máxima|mínima|máximas|mínimas|máximo|mínimo|máximo do dia|máxima do dia|mínima do dia|na máxima|na mínima|até|entre|chegou a|chegaram a|chegou|oscilando|oscilou|melhor momento|pior momento|tocar|tocou|atingindo|pico|patamar|barreira|nível|intradia|intraday|média|ultrapassou|superou|suporte|resistência|marca dos|faixa",
    mark: `recorde|recordes|máxima histórica|mínima histórica|histórico|histórica|52 semanas|maior nível|menor nível|
preço de emissão|ipo|máximo histórico`,
    beside: "abaixo|acima|abaixo dos|acima dos|inferior|superior",
    below: "abaixo de|abaixo do|abaixo da",
    above: "acima de|acima do|acima da",
    other: `aluguéis|aluguel|salários|salário|passageiros|reservas|tarifas|depósitos|emissões|visitantes|prêmios|
sua subsidiária|
receita|receitas|lucro|lucros|prejuízo|vendas|faturamento|resultado|resultados|ebitda|margem|margens|dividendo|
dividendos|dividend yield|rendimento|rendimentos|preço-alvo|preço alvo|alvo|analista|analistas|estimativa|
estimativas|previsão|previsões|projeção|projeções|consenso|valor de mercado|capitalização|participação|fatia|
market share|petróleo|brent|wti|barril|ouro|onça|minério|minério de ferro|bitcoin|ether|criptomoeda|
criptomoedas|dólar|euro|moeda|real|câmbio|título|títulos|treasury|treasuries|juros|juro|taxa|taxas|selic|di|
inflação|ipca|pib|desemprego|volume|produção|entregas|encomendas|exportações|importações|tarifa|tarifas|imposto|
impostos|oferta|opa|aquisição|compra|prêmio|futuro|futuros|contrato|contratos|setor|setores|trimestre|semestre|
anual|ano a ano|na comparação anual|na comparação|dívida|custos|custo|despesas|investimento|investimentos|
funcionários|empregos|clientes|usuários|cobre|soja|milho|preço do|preços|capital|do capital|giro|
giro financeiro|volume financeiro|pesquisa|desconto|multa|lucro por ação|dividendo por ação|potencial|potencial de alta|potencial de valorização|prémio|este último|esta última|esse último|essa última`,
    "other-beside":
      "do capital|de participação|das ações|da receita|das vendas|ao ano|de juros|do pib|de desconto|de imposto|de tarifa|anual|em dinheiro",
    forecast:
      "prevê|preveem|espera|esperam|esperado|poderia|poderá|estima|estimam|deve|devem|projeta|projetam|deverá|seria",
    period: `em dois pregões|em três pregões|em dois dias|em três dias|pregões seguidos|
desde o ipo|desde a estreia|desde a oferta inicial|desde a abertura de capital|
semana|semanas|semanal|semanais|na semana|mês|meses|mensal|no mês|no ano|ano|anos|anual|desde|desde o início|
acumula|acumulam|acumulado|acumulada|acumulando|acumulou|este ano|neste ano|neste mês|nesta semana|
semana passada|mês passado|últimos|últimas|em janeiro|em fevereiro|em março|em abril|em maio|em junho|em julho|
em agosto|em setembro|em outubro|em novembro|em dezembro|média|em 12 meses|nas três primeiras|primeiras sessões|
parcial do mês|semestre`,
    streak: "sequência|sequência de altas|sequência de quedas|série",
    daily: "diário|diária|no dia|do dia|no pregão|na sessão|da sessão|do pregão",
    superlative: "maior|maiores|melhor|pior|piores|primeira|primeiro|menor",
    previous: "anterior|véspera|na véspera|pregão anterior|sessão anterior|dia anterior|de véspera",
    today: "hoje|nesta sessão|neste pregão|no pregão de hoje",
    "same-day": "nesse dia|no mesmo dia|naquele dia",
    past: "passada|passado|última|último",
    "before-yesterday": "anteontem|antes de ontem",
    yesterday: "ontem",
    latest: "último pregão|última sessão|no último pregão",
    next: "no dia seguinte|dia seguinte|pregão seguinte",
    before: "antes de|antes do|antes da",
    clock: "gmt",
    unreal: "se|caso|cada",
    not: "longe de|em vez de|ao invés de|não|nunca|jamais",
    premarket: "pré-mercado|pré-abertura|antes da abertura|pre-market|pré market|pré-market",
    "after-hours":
      "after market|after-market|pós-mercado|após o fechamento|depois do fechamento|after hours|após-fecho|após o fecho",
    intraday:
      "por volta|por volta das|às|há pouco|no início da tarde|no meio da tarde|meio-dia|ao meio-dia|pela manhã|nesta manhã|no início|intradia|durante o pregão|no começo|à tarde",
    about: "cerca de|quase|aproximadamente|perto de|em torno de|por volta de|próximo de",
    "less-than": "menos de",
    "more-than": "mais de|pelo menos|menos de|acima de",
    more: "a mais",
    less: "a menos",
    valued:
      "preço-alvo|preço alvo|alvo|potencial|oferta|opa|prêmio|prémio|aquisição|compra|analista|analistas|desconto|potencial de alta|potencial de valorização|upside",
    "long-ago": "há um ano|um ano antes|um ano atrás|há dois anos|há um mês",
    relative: "que|cujo|cuja|quem",
    undone: "apagou|apagando|zerou|zerando",
    when: "quando",
    receipt: "adr|adrs|bdr|bdrs|ordinárias|preferenciais|on|pn|onn|pnn|unit|units",
    share:
      "o preço|ação|ações|papel|papéis|papeis|os papéis|as ações|título da|ativo|ativos|cota|cotas|ordinárias|preferenciais|adr|adrs|bdr|unit|units",
    "per-share": "por ação|por papel",
    company:
      "companhia|empresa|mineradora|petroleira|banco|grupo|varejista|estatal|siderúrgica|fabricante|elétrica|que|gigante|aérea|seguradora|ela|ele|operadora",
    index:
      "índice|o índice|indicador|o indicador|principal índice|principal índice da b3|principal índice da bolsa|principal referência da b3|referência|benchmark|bolsa|bolsa brasileira",
    region: "europeias|asiáticas|americanas|chinesas|bancárias",
    member: "empresas|companhias|ações|papéis|futuro",
    respectively: "respectivamente",
    each: "ambos|ambas|cada",
    or: "ou|equivalente a|ou seja",
    and: "e|bem como",
    clause:
      "enquanto|mas|após|depois|depois de|embora|quando|seguida|seguido|seguida por|seguido por|já|contudo|porém|antes de|diante|ante|com|na contramão|por sua vez|ao passo|antes de fechar|antes de encerrar|antes de terminar",
    of: "de|do|da|dos|das|em|no|na|para",
    place: "no|na|do|da|em|ao",
    definite: "os|nos|aos",
    filler:
      "não só|não apenas|on|pn|onn|pnn|o|a|os|as|um|uma|se|foi|foram|tem|têm|teve|tinha|está|estava|seu|sua|leve|forte|ligeira|ligeiro|levemente|fortemente|também|ainda|com|por|de|nas|nos|registrou|registra|registram|registrar|registrarem|mais|nova|novo|outra|cada|só|apenas|sendo|havia|ter|preço",
    common: "o|a|os|as|de|do|da|dos|e|que|em|um|uma|no|na|se|por|com|para|não|ao|é|das|mais",
  },
  numbers: "zero|um|dois|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze",
  weekdays:
    "domingo|segunda,segunda-feira,segunda feira|terça,terça-feira,terça feira|quarta,quarta-feira,quarta feira|quinta,quinta-feira,quinta feira|sexta,sexta-feira,sexta feira|sábado",
  months:
    "janeiro,jan|fevereiro,fev|março,mar|abril,abr|maio|junho,jun|julho,jul|agosto,ago|setembro,set|outubro,out|novembro,nov|dezembro,dez",
};
