/**
 * What people call things, in English, German, Spanish and French (accounts, owners and recurring
 * revenue also in Portuguese, Italian, Dutch and Japanese), and in the exports of common CRM
 * and customer-success tools. A phrase after '~' is a weak one: it counts only where nothing better
 * is there. Accents, case, articles and separators don't matter (see `headerWords`).
 */
const phrases = (text: string): readonly string[] =>
  text
    .split(';')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

export const PHRASES = {
  accountId:
    phrases(`顧客id; 顧客番号; 顧客コード; 取引先id; 取引先番号; アカウントid; kd nr; kdnr; kd nummer; kdnummer; kunde nr; kunde id; kunde nummer; account id; account number; account no; account code; account key; acct id; acct no;
    customer id; customer number; customer no; customer code; client id; client number; client code;
    company id; organization id; organisation id; org id; sfdc id; sfdc account id; salesforce id;
    salesforce account id; crm id; crm account id; account external id; external account id; gsid;
    company gsid; tenant id; account 18 digit id; case safe id; associated company id; associated company ids;
    ~account; ~customer; ~external id;
    kundennummer; kunden nummer; kunden nr; kundennr; kunden id; konto id; kontonummer; konto nr; debitor;
    debitorennummer; account nummer; mandantennummer; firmen id;
    id cliente; id cuenta; numero cliente; numero cuenta; codigo cliente; codigo cuenta; num cliente; no cliente;
    id empresa; identificador cliente;
    id client; id compte; numero client; numero compte; code client; reference client; identifiant client;
    identifiant compte; no client`),
  ownId: phrases(
    'id; identifier; key; record id; number; nr; no; nummer; kennung; identificador; identifiant; row id',
  ),
  accountName:
    phrases(`顧客名; 顧客; 取引先名; 取引先; 会社名; 企業名; アカウント名; account name; account; customer name; customer; client name; client; company name; company;
    organization name; organization; organisation; organisation name; org name; business name; legal name;
    deal organization; potential customer; associated company; primary associated company; primary company;
    account company; ~logo; ~customer description;
    kundenname; kunde; kunden; kontoname; konto; firmenname; firma; firmenbezeichnung; unternehmen;
    unternehmensname; accountname; name kunde; name firma; organisationsname;
    cliente; nombre cliente; cuenta; nombre cuenta; empresa; nombre empresa; razon social; compania;
    nombre organizacion; organizacion;
    nom client; compte; nom compte; societe; nom societe; entreprise; nom entreprise; raison sociale;
    nom organisation;
    nome cliente; nome conta; conta; nome empresa; azienda; nome azienda; ragione sociale; klant; klantnaam; bedrijf; bedrijfsnaam`),
  ownName: phrases(
    'name; full name; bezeichnung; nombre; nombre completo; nom; nom complet; title; titel; titulo; titre; label',
  ),
  ae: phrases(`営業担当; 営業担当者; 担当営業; account executive id; verantwortlicher vertrieb; ~ae email; ~owner email; ~account owner email; ~account executive email; ae; account executive; ae name; ae owner; account owner; sales owner; sales rep; sales representative;
    salesperson; sales person; sales agent; seller; rep; rep name; opportunity owner; deal owner; company owner;
    organization owner; record owner; owner; owner name; owner full name; account owner full name; sales executive;
    commercial owner; ~sales manager; ~assigned to; ~account rep; owning user; ~responsible; account owner id;
    owner id; opportunity owner id; deal owner id;
    vertrieb; vertriebsmitarbeiter; verkaufer; aussendienst; vertriebsbeauftragter; account inhaber; accountinhaber;
    kontoinhaber; kontobesitzer; inhaber; besitzer; opportunity inhaber; ~verantwortlicher; ~zustandig;
    vertriebsverantwortlicher; vertriebsverantwortliche; verkaufsmitarbeiter;
    propietario; propietario cuenta; propietario oportunidad; comercial; vendedor; ejecutivo cuenta;
    ejecutivo cuentas; ejecutivo comercial; responsable comercial; ejecutivo ventas; representante ventas; agente ventas;
    proprietaire; proprietaire compte; proprietaire opportunite; commercial; vendeur; responsable commercial;
    ingenieur commercial; attache commercial; ingenieur affaires; charge affaires;
    executivo contas; executivo conta; proprietario conta; responsabile commerciale; commerciale; venditore; verkoper; accounteigenaar`),
  am: phrases(`~account manager email; ~am email; betreuer; betreuerin; kundenverantwortlicher; am; account manager; account manager name; am name; key account manager; kam; client partner; client manager;
    relationship manager; account director; ~renewal manager; ~renewals manager; account manager id;
    kundenbetreuer; kundenbetreuung; kundenbetreuerin; kundenmanager; account betreuer;
    gestor cuenta; gestor cuentas; gerente cuenta; gerente cuentas; responsable cuenta;
    gestionnaire compte; responsable compte; charge compte; charge clientele; gestionnaire comptes`),
  csm: phrases(`カスタマーサクセス担当; カスタマーサクセス; カスタマーサクセスマネージャー; cs担当; customer success manager id; success manager id; verantwortlicher cs; verantwortlicher customer success; ~csm email; ~customer success manager email; gestor exito; responsable exito; erfolgsmanager; kundenerfolg manager; gestionnaire succes; responsable succes; customer success betreuer; cs rep name; customer success contact; csm; customer success manager; success manager; customer success; cs manager; csm name; csm owner; cs owner;
    customer success owner; customer success manager name; customer success rep; customer success lead;
    assigned csm; success owner; csm id; csm full name; ~onboarding manager; cs lead; cs rep;
    kundenerfolgsmanager; kundenerfolg; kundenerfolgsverantwortlicher; customer success verantwortlicher;
    gestor exito cliente; gerente exito cliente; responsable exito cliente; exito cliente; responsable customer success;
    responsable succes client; succes client; charge succes client; gestionnaire succes client;
    gestionnaire reussite client; responsable reussite client;
    gerente sucesso; gerente sucesso cliente; sucesso cliente; responsabile successo cliente; klantsucces manager`),
  segment:
    phrases(`~grosse; ~unternehmensgrosse; ~tamano empresa; segment; customer segment; account segment; market segment; customer tier; account tier; ~tier;
    segmentation; customer segmentation; ~size; ~company size; ~account size; ~size band; sales segment; ~customer class;
    kundensegment; marktsegment; kundenklasse; ~grossenklasse; ~kundengruppe;
    segmento; segmento cliente; segmento mercado; ~tamano;
    segment client; segment marche; ~taille`),
  region:
    phrases(`region; sales region; territory; sales territory; geo; geography; account region; ~country;
    ~billing country; ~market; ~area; ~office location; ~state region; ~location; ~regional office;
    gebiet; vertriebsgebiet; vertriebsregion; ~land; ~markt; ~standort;
    territorio; zona; ~pais; ~zona ventas; ~delegacion;
    territoire; zone; secteur geographique; ~pays`),
  industry:
    phrases(`industry; sector; vertical; industry vertical; industry sector; ~line business; industry group;
    account industry; branche; wirtschaftszweig; industriezweig; ~sparte;
    industria; ramo; sector actividad; giro; sector economico;
    industrie; secteur; secteur activite; ~activite`),
  arr: phrases(`arr; annual recurring revenue; current arr; total arr; active arr; account arr; customer arr; arr amount;
    annualized recurring revenue; annualised recurring revenue; recurring revenue; yearly recurring revenue; closing arr; ending arr; arr end; eop arr; arr eop; 年間経常収益; 年間定期収益; 年間収益;
    annual subscription revenue; arr value; contracted arr; carr; live arr; annual run rate; ~subscription revenue;
    ~annual subscription fee; ~annual fee;
    jahrlich wiederkehrender umsatz; jahrlicher wiederkehrender umsatz; wiederkehrender jahresumsatz;
    wiederkehrender umsatz; wiederkehrende umsatze; jahrliche wiederkehrende umsatze; jahresabowert;
    wiederkehrender umsatz pro jahr;
    ingresos recurrentes anuales; ingresos anuales recurrentes; ingreso recurrente anual; ingreso anual recurrente;
    ingresos recurrentes; facturacion recurrente anual; facturacion anual recurrente;
    revenu annuel recurrent; revenu recurrent annuel; revenus recurrents annuels; revenus annuels recurrents;
    revenu recurrent; revenus recurrents; chiffre affaires recurrent; chiffre affaires annuel recurrent;
    chiffre affaires recurrent annuel; ca recurrent; ca annuel recurrent; ca recurrent annuel`),
  mrr: phrases(`mrr; monthly recurring revenue; 月間経常収益; 月次経常収益; 月間定期収益; current mrr; total mrr; mrr amount; cmrr; monthly fee; monthly amount;
    monthly price; monthly subscription; monthly value; ~monthly revenue; ~monthly charge; recurring monthly revenue;
    monatlich wiederkehrender umsatz; monatlicher wiederkehrender umsatz; wiederkehrender monatsumsatz;
    monatliche gebuhr; monatsbetrag; monatspreis; ~monatsumsatz;
    ingresos recurrentes mensuales; ingresos mensuales recurrentes; ingreso mensual recurrente; cuota mensual;
    importe mensual; ~ingresos mensuales;
    revenu mensuel recurrent; revenu recurrent mensuel; revenus recurrents mensuels; revenus mensuels recurrents;
    montant mensuel; abonnement mensuel; ~revenu mensuel`),
  qrr: phrases(`qrr; quarterly recurring revenue; quarterly fee; quarterly amount; quarterly price; quarterly subscription; quarterly value;
    ~quarterly revenue; quartalsbetrag; quartalspreis; ~quartalsumsatz; vierteljahrliche gebuhr; cuota trimestral; importe trimestral;
    ~ingresos trimestrales; montant trimestriel; abonnement trimestriel; ~revenu trimestriel`),
  contractValue:
    phrases(`contract value; annual contract value; acv; contract value year; annual value; contract amount;
    yearly contract value; ~annual amount; vertragswert; jahresvertragswert; vertragswert jahr; jahrlicher vertragswert;
    valor contrato; valor anual contrato; importe contrato; valeur contrat; valeur annuelle contrat; montant contrat;
    montant annuel contrat`),
  totalContractValue: phrases(
    `tcv; total contract value; total contract amount; gesamtvertragswert; valor total contrato; valeur totale contrat`,
  ),
  contractTerm:
    phrases(`contract term; contract term months; contract term years; contract length; contract length months; contract length years;
    contract length yrs; contract duration; term; term months; term length; subscription term; vertragslaufzeit; laufzeit;
    laufzeit monate; duracion contrato; plazo contrato; duree contrat`),
  /** How often a subscription is paid. */
  interval:
    phrases(`interval; billing interval; billing period; billing frequency; billing cycle; billing term; payment interval;
    payment frequency; plan interval; recurrence; abrechnungsintervall; abrechnungszeitraum; zahlungsintervall; intervall;
    periodo facturacion; frecuencia facturacion; periodicite; frequence facturation`),
  cycleDays:
    phrases(`cycle days; sales cycle; sales cycle days; sales cycle length; sales cycle length days; days to close;
    sales cycle duration; time to close; deal cycle; deal cycle days; initial sales cycle; initial sales cycle days;
    sales cycle in days; days in sales cycle; verkaufszyklus; verkaufszyklus tage; vertriebszyklus; vertriebszyklus tage;
    dauer verkaufszyklus; ciclo venta; ciclo ventas; ciclo venta dias; ciclo ventas dias; dias hasta cierre;
    duracion ciclo venta; cycle vente; cycle ventes; cycle vente jours; cycle ventes jours; duree cycle vente; delai vente`),
  cac: phrases(`cac; customer acquisition cost; acquisition cost; acquisition costs; cost to acquire; cost of acquisition;
    akquisitionskosten; kundenakquisitionskosten; coste adquisicion; costo adquisicion; coste adquisicion cliente;
    cout acquisition; cout acquisition client`),
  renewalShare:
    phrases(`renewal share; share up renewal; share renewing; renewing share; percent renewing; pct renewing;
    renewal percent; anteil verlangerung; verlangerungsanteil; parte a renovar; porcentaje renovacion;
    part a renouveler; part renouvellement`),
  renewalDate:
    phrases(`更新日; 契約更新日; 次回更新日; ~契約終了日; ~契約満了日; ~renewal quarter; ~renewal month; ~quarter renewal; ~month renewal; renewal date; next renewal date; next renewal; renewal; contract renewal date; renews on; renewal on;
    subscription renewal date; renewal due; renewal due date; ~contract end date; ~contract end; ~expiration date;
    ~subscription end date; ~term end date; ~contract expiry; ~expiry date;
    verlangerungsdatum; verlangerung; vertragsverlangerung; nachste verlangerung; verlangerung am; ~vertragsende;
    ~laufzeitende; ~ablaufdatum;
    fecha renovacion; proxima renovacion; renovacion; fecha proxima renovacion; ~fin contrato; ~fecha vencimiento; ~vencimiento;
    date renouvellement; prochain renouvellement; renouvellement; date prochain renouvellement; ~echeance; ~date echeance; ~echeance contrat; ~date echeance contrat;
    ~fin contrat; ~date fin contrat`),
  risk: phrases(`risk; churn risk; renewal risk; risk level; churn risk level; renewal risk level; risk rating; risk category; churn probability; churn likelihood; probability churn; likelihood churn;
    risk churn; predicted churn; attrition risk; abwanderungsrisiko; kundigungsrisiko; risiko; verlangerungsrisiko;
    abwanderungswahrscheinlichkeit; riesgo; riesgo abandono; riesgo baja; riesgo renovacion; probabilidad abandono;
    riesgo churn; risque; risque attrition; risque churn; risque resiliation; probabilite attrition; risque depart`),
  renewalChance:
    phrases(`renewal probability; probability renewal; renewal likelihood; likelihood renewal; likelihood to renew; probability to renew;
    renewal chance; chance renewal; renewal confidence; propensity to renew; predicted renewal; verlangerungswahrscheinlichkeit;
    wahrscheinlichkeit verlangerung; probabilidad renovacion; probabilite renouvellement`),
  health:
    phrases(`~score; health; health score; customer health; customer health score; crm health score; account health;
    account health score; cs health score; overall score; overall health; overall health score; health index; health status;
    current score; churn score; scorecard; scorecard score; health rating; health color; health colour; rag; rag status;
    gesundheit; kundengesundheit; gesundheitswert; gesundheitsindex; kundengesundheitswert; ampel; ampelstatus; zustand;
    salud; salud cliente; puntuacion salud; indice salud; salud cuenta; semaforo;
    sante; sante client; score sante; score sante client; indice sante; sante compte`),
  /** A health by another name, in a table of nothing but measurements. */
  score: phrases('score; points; rating; punkte; punktzahl; puntuacion; puntaje'),
  /** An owner of whom nothing says which role it is. */
  anyOwner: phrases(
    'owner; owner name; account owner; record owner; company owner; owner id; responsible; assigned to; inhaber; besitzer; verantwortlicher; zustandig; propietario; responsable; proprietaire',
  ),
  complexity:
    phrases(`complexity; complexity factor; account complexity; komplexitat; komplexitatsfaktor; complejidad;
    factor complejidad; complexite; facteur complexite`),
  accountStatus:
    phrases(`account status; customer status; status; lifecycle stage; customer lifecycle; lifecycle; customer stage;
    relationship type; account type; customer type; ~type; ~stage; ~phase; company status; record type;
    kundenstatus; kundentyp; kundenart; beziehungstyp; ~typ; estado; estado cliente; estado cuenta; tipo cliente; ~tipo;
    statut; statut client; statut compte; type client; etat`),
  since:
    phrases(`since; customer since; signup date; sign up date; start date; created date; create date; created on; created at;
    created; date created; created time; creation date; original contract date; became customer date; customer start date;
    onboarding date; first purchase date; ~contract start date; ~first deal closed date; member since;
    kunde seit; erstellt am; erstelldatum; anlagedatum; vertragsbeginn; cliente desde; fecha alta; fecha creacion;
    fecha inicio; client depuis; date creation; date debut; date inscription`),
  /** The two ends of a sale on a table of accounts. */
  firstContact:
    phrases(`first contact; first contact date; first contacted; date first contact; first touch; first touch date; first activity date;
    first meeting; first meeting date; lead created; lead created date; lead date; lead create date; inquiry date; enquiry date;
    opportunity created; opportunity created date; created; created date; create date; created on; created at; date created;
    creation date; engage date; opened; opened on;
    erstkontakt; datum erstkontakt; erster kontakt; erstellt; erstellt am; erstelldatum; angelegt am; anlagedatum;
    primer contacto; fecha primer contacto; fecha creacion; creado el;
    premier contact; date premier contact; date creation; cree le`),
  becameCustomer:
    phrases(`close date; closed date; closed on; date closed; closed won date; closed won; won date; date won; won on; deal closed;
    deal closed date; first deal closed date; first closed won date; contract date; contract signed; contract signed date;
    contract signature date; contract signature; signed date; signature date; signed on; date signed; became customer;
    became customer date; customer since; order date; first order date; first purchase date; conversion date; converted date;
    ~contract start date; ~contract start; ~customer start date;
    abschlussdatum; vertragsabschluss; vertragsdatum; gewonnen am; kunde seit; unterzeichnet am; ~vertragsbeginn;
    fecha cierre; fecha contrato; fecha firma; cliente desde; ~inicio contrato;
    date signature; date contrat; date cloture; client depuis; ~debut contrat`),
  currency:
    phrases(`currency; currency code; amount currency; arr currency; contract currency; billing currency; opportunity currency; currency iso code; account currency; deal currency; wahrung; wahrungscode;
    kontowahrung; moneda; divisa; codigo moneda; devise; monnaie; code devise`),
  exchangeRate:
    phrases(`exchange rate; fx rate; fx; conversion rate; currency rate; rate to usd; rate to eur; rate to gbp; ~rate;
    wechselkurs; umrechnungskurs; umrechnungsfaktor; ~kurs; tipo cambio; tasa cambio; ~tasa; taux change; taux conversion; ~taux; ~cours`),
  baseCurrency:
    phrases(`base currency; base; to currency; target currency; reporting currency; basiswahrung; zielwahrung; moneda base;
    devise base`),
  code: phrases(
    'code; short code; abbreviation; kurzel; schlussel; abkurzung; codigo; clave; abreviatura; cle; abreviation',
  ),
  dealId:
    phrases(`opportunity id; deal id; opp id; opportunity number; deal number; opportunity no; opportunity key;
    verkaufschance id; verkaufschancen nr; chance id; id oportunidad; numero oportunidad; id negocio; id opportunite;
    numero opportunite; id affaire`),
  dealName:
    phrases(`opportunity name; deal name; opportunity; deal; topic; subject; deal title; opportunity title;
    verkaufschance; name verkaufschance; opportunity name; opportunityname; thema; betreff; chance;
    nombre oportunidad; oportunidad; nombre negocio; asunto; nom opportunite; opportunite; nom affaire; affaire; sujet`),
  stage:
    phrases(`stage; deal stage; opportunity stage; sales stage; stage name; status; deal status; opportunity status;
    pipeline stage; ~status reason; state; ~phase; ~result; ~outcome; ~forecast category;
    phase; verkaufsphase; vertriebsphase; stufe; verkaufsstufe; etapa; etapa venta; fase; fase venta; estado; estado negocio;
    etapa oportunidad; etape; etape vente; phase vente; statut; statut opportunite; etape opportunite`),
  dealType:
    phrases(`opportunity type; deal type; type; sales type; business type; revenue type; opportunity record type;
    sales motion; motion; deal category; ~category; opp type; booking type; typ; art; geschaftsart; chancentyp;
    opportunity typ; opportunity art; verkaufsart; tipo; tipo oportunidad; tipo negocio; tipo venta;
    type opportunite; type affaire; type vente; nature`),
  amount:
    phrases(`amount; deal amount; opportunity amount; value; deal value; opportunity value; close value; total amount;
    est revenue; estimated revenue; actual revenue; deal size; amount company currency; ~acv; ~arr; ~annual contract value;
    ~annual amount; ~tcv; ~total contract value; ~contract value; ~booking amount; ~bookings; ~price; ~revenue;
    ~annual contract value acv; ~expansion arr; ~new arr; ~incremental arr;
    betrag; wert; auftragswert; chancenwert; auftragsvolumen; volumen; gesamtbetrag; umsatzpotenzial; ~jahreswert;
    importe; monto; valor; importe oportunidad; valor negocio; valor oportunidad; importe total; cantidad;
    montant; valeur; montant opportunite; valeur affaire; montant affaire; montant total`),
  createdDate:
    phrases(`created date; create date; created; created on; created at; created time; date created; creation date;
    open date; opened; opened date; opened on; engage date; engagement date; deal created; date opened; opportunity created date;
    ~start date; ~created by date; erstellt; erstellt am; erstelldatum; erstellungsdatum; anlagedatum; angelegt am;
    eroffnet am; fecha creacion; creado; fecha apertura; fecha alta; creado el;
    date creation; cree; date ouverture; cree le; date debut`),
  closeDate:
    phrases(`close date; closed date; closing date; closed; date closed; expected close date; est close date;
    estimated close date; actual close date; close; closed on; won time; won date; deal closed on; closed at; expected close;
    close time; opportunity close date;
    geschlossen am; abschlussdatum; schlusstermin; voraussichtlicher abschluss; voraussichtliches abschlussdatum; abgeschlossen am;
    abschluss; fecha cierre; fecha cierre prevista; cierre; fecha cierre estimada; cerrado el;
    date cloture; date fermeture; cloture; date cloture prevue; date signature; cloture le`),
  product:
    phrases(`product; product name; plan; plan tier; plan name; sku; edition; package; subscription plan; ~service;
    product line; product interest; item; ~product family; produkt; produktname; tarif; paket; artikel; produktlinie;
    producto; nombre producto; paquete; servicio; produit; nom produit; offre; forfait; formule`),
  won: phrases('won; is won; closed won; iswon; gewonnen; ganada; ganado; gagne; gagnee'),
  closed: phrases('is closed; isclosed; closed flag; ist geschlossen; esta cerrada; est fermee'),
  subscriptionId:
    phrases(`subscription id; contract id; contract number; subscription number; agreement id; subscription;
    contract no; contract; agreement; order id; line id; subscription key; subscription name; contract name;
    vertrags id; vertragsnummer; vertrags nr; vertrag; abo id; abo nummer; abonnement id;
    id suscripcion; id contrato; numero contrato; contrato; suscripcion; id abonnement; numero contrat; contrat; id contrat;
    reference contrat`),
  subscriptionStatus:
    phrases(`status; subscription status; contract status; state; subscription state; agreement status;
    vertragsstatus; abo status; zustand; estado; estado contrato; estado suscripcion; statut; statut contrat;
    statut abonnement; etat`),
  subscriptionAmount:
    phrases(`~amount; ~value; ~annual amount; ~annual value; ~annual price; ~contract value; annual contract value; acv;
    ~yearly amount; ~price; ~annual fee; ~annual contract amount; ~jahresbetrag; ~betrag; ~jahreswert; ~vertragswert; ~importe anual;
    ~importe; ~valor anual; ~valor contrato; ~montant annuel; ~montant; ~valeur annuelle; ~valeur contrat`),
  startDate:
    phrases(`term start; subscription start; start date; start; contract start date; contract start; subscription start date; effective date; begin date;
    term start date; service start date; activation date; started on; valid from; startdatum; beginn; vertragsbeginn;
    gultig ab; laufzeitbeginn; fecha inicio; inicio; inicio contrato; fecha inicio contrato; date debut; debut;
    date debut contrat; debut contrat; date effet`),
  endDate:
    phrases(`term end; subscription end; contract expiry; contract expiration date; end date; end; contract end date; contract end; subscription end date; expiration date; expiry date; expiry;
    term end date; service end date; ended on; valid until; valid to; cancellation date; churn date; ~renewal date;
    enddatum; ende; vertragsende; gultig bis; laufzeitende; ablaufdatum; fecha fin; fin; fin contrato; fecha fin contrato;
    vencimiento; fecha vencimiento; date fin; fin contrat; date fin contrat; echeance; date echeance; ~fecha renovacion;
    ~date renouvellement; ~verlangerungsdatum`),
  renewalAmount:
    phrases(`renewal amount; renewal value; renewal arr; amount; value; amount up renewal; arr up renewal; arr;
    renewing arr; renewing amount; renewable arr; contract value; acv; verlangerungsbetrag; verlangerungswert; betrag; wert;
    importe renovacion; valor renovacion; importe; valor; montant renouvellement; montant; valeur; valeur renouvellement`),
  renewalId: phrases(
    'renewal id; renewal number; renewal name; verlangerungs id; id renovacion; id renouvellement',
  ),
  measuredOn:
    phrases(`date; as of; as of date; measured on; score date; snapshot date; month; week; period; recorded on; recorded at;
    updated at; timestamp; calculated on; measurement date; day; datum; stichtag; monat; gemessen am; fecha; mes; periodo;
    fecha medicion; mois; date mesure; periode`),
  personId:
    phrases(`user id; employee id; owner id; rep id; person id; agent id; staff id; sales rep id; csm id; ae id; seller id;
    mitarbeiter id; mitarbeiternummer; personalnummer; benutzer id; id empleado; id usuario; id vendedor; id propietario;
    id employe; id utilisateur; matricule; id vendeur; id proprietaire`),
  personName:
    phrases(`full name; employee; employee name; user name; user; owner; owner name; rep; rep name; sales agent; sales rep;
    sales representative; salesperson; seller; person; csm; account executive; agent; team member; staff; colleague;
    mitarbeiter; mitarbeiterin; mitarbeitername; benutzer; vertriebsmitarbeiter; empleado; usuario; vendedor; comercial;
    employe; utilisateur; collaborateur; commercial; vendeur`),
  role: phrases(`role; title; job title; position; function; job role; user role; team role; rolle; funktion; stellenbezeichnung;
    rol; cargo; puesto; funcion; fonction; poste; role utilisateur`),
  quota:
    phrases(`quota; annual quota; sales quota; target; annual target; yearly quota; sales target; quote; zielvorgabe; ziel;
    jahresziel; umsatzziel; cuota; objetivo; cuota anual; meta; objectif; quota annuel; objectif annuel`),
  manager:
    phrases(`manager; reports to; team lead; supervisor; sales manager; manager name; vorgesetzter; teamleiter; fuhrungskraft;
    gerente; jefe; responsable; superior; responsable hierarchique; superieur`),
  family:
    phrases(`family; series; product family; product line; category; product group; produktfamilie; kategorie; familia; categoria;
    linea; famille; categorie; gamme`),
  price:
    phrases(`price; list price; sales price; unit price; annual price; preis; listenpreis; stuckpreis; precio; precio lista;
    precio unitario; prix; prix catalogue; prix unitaire; tarif`),
  productId: phrases(
    'product id; sku; product code; product number; item id; produkt id; artikelnummer; id producto; codigo producto; id produit; code produit; reference',
  ),
  'potential.priceIncrease':
    phrases(`potential price increase; price increase potential; price increase; price uplift potential;
    potenzial preiserhohung; preiserhohungspotenzial; potencial aumento precio; potentiel hausse prix`),
  'potential.consumption':
    phrases(`potential consumption; consumption potential; usage potential; usage expansion potential;
    potenzial verbrauch; verbrauchspotenzial; potencial consumo; potentiel consommation`),
  'potential.organicUsers':
    phrases(`potential organic users; organic users potential; seat potential; seat expansion potential;
    additional seats potential; user potential; potenzial nutzer; nutzerpotenzial; potencial usuarios; potentiel utilisateurs`),
  'potential.featureUpgrade':
    phrases(`potential feature upgrade; feature upgrade potential; upgrade potential; potenzial upgrade;
    upgradepotenzial; potencial mejora; potentiel montee gamme`),
  'potential.proactiveUsers':
    phrases(`potential proactive users; proactive users potential; new team potential; new department potential;
    potenzial neue abteilungen; potencial nuevos departamentos; potentiel nouveaux departements`),
  'potential.newSolution':
    phrases(`potential new solution; new solution potential; cross sell potential; crosssell potential; potential cross sell;
    cross sell whitespace; whitespace cross sell; cross sell opportunity value; cross selling potenzial; potenzial cross selling;
    potencial venta cruzada; potentiel vente croisee`),
  'openDeals.priceIncrease': phrases('open deals price increase'),
  'openDeals.consumption': phrases('open deals consumption'),
  'openDeals.organicUsers': phrases('open deals organic users'),
  'openDeals.featureUpgrade': phrases('open deals feature upgrade'),
  'openDeals.proactiveUsers': phrases('open deals proactive users'),
  'openDeals.newSolution': phrases(
    'open deals new solution; open cross sell; cross sell pipeline; open cross sell pipeline',
  ),
  'openDeals.unstated':
    phrases(`open deals unstated; open pipeline; pipeline value; open deals value; open opportunity amount;
    open opportunities amount; open opportunity value; open upsell; upsell pipeline; expansion pipeline; open expansion pipeline; ~upsell potential; ~expansion potential; ~growth potential;
    offene chancen wert; offene pipeline; pipeline abierto; pipeline ouvert`),
  whiteSpace: phrases('white space; whitespace; white space value; whitespace value'),
  /** A company's own size, which is never what it pays: known as headers, linked to no field. */
  companySize:
    phrases(`revenue; annual revenue; company revenue; turnover; annual turnover; sales; employees; number employees; employee count;
    no employees; num employees; umsatz; jahresumsatz; mitarbeiter; mitarbeiterzahl; anzahl mitarbeiter; facturacion;
    facturacion anual; ingresos; ingresos anuales; empleados; numero empleados; chiffre affaires; chiffre affaires annuel; ca;
    ca annuel; effectif; effectifs; nombre employes; nombre salaries`),
  /** Columns of a table that describes tables. */
  description:
    phrases(`description; definition; field description; meaning; beschreibung; bedeutung; definicion; descripcion; signification;
    explanation; comment`),
  fieldName:
    phrases(`field; field name; column; column name; attribute; variable; feld; feldname; spalte; spaltenname; campo; columna;
    champ; colonne; data type; datatype; table`),
} satisfies Record<string, readonly string[]>;

export type Concept = keyof typeof PHRASES;
