// The countries by ISO 3166-1 alpha-3, by the six regions of the ITU.

const BY_REGION = {
  africa: "AGO BEN BWA BFA BDI CPV CMR CAF TCD COG COD CIV GNQ ERI SWZ ETH GAB GMB GHA GIN GNB KEN LSO LBR MDG MWI MLI " +
    "MUS MOZ NAM NER NGA RWA STP SEN SYC SLE ZAF SSD TZA TGO UGA ZMB ZWE",
  americas: "ATG ARG BHS BRB BLZ BOL BRA CAN CHL COL CRI CUB DMA DOM ECU SLV GRD GTM GUY HTI HND JAM MEX NIC PAN PRY " +
    "PER KNA LCA VCT SUR TTO USA URY VEN",
  arab_states: "DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM",
  asia_pacific: "AFG AUS BGD BTN BRN KHM CHN PRK FJI IND IDN IRN JPN KIR KOR LAO MYS MDV MHL FSM MNG MMR NRU NPL " +
    "NZL PAK PLW PNG PHL WSM SGP SLB LKA THA TLS TON TUV VUT VNM",
  cis: "ARM AZE BLR KAZ KGZ RUS TJK TKM UZB",
  europe: "ALB AND AUT BEL BIH BGR HRV CYP CZE DNK EST FIN FRA GEO DEU GRC HUN ISL IRL ISR ITA LVA LIE LTU LUX MLT MDA " +
    "MCO MNE NLD MKD NOR POL PRT ROU SMR SRB SVK SVN ESP SWE CHE TUR UKR GBR VAT",
};

/** The regions' names, in their order. */
export const REGIONS = Object.keys(BY_REGION);

/** Country code → region. */
export const REGION_OF = new Map(
  Object.entries(BY_REGION).flatMap(([region, codes]) => codes.split(" ").map((code) => [code, region])),
);

/** All country codes, in the alphabet's order. */
export const COUNTRIES = [...REGION_OF.keys()].sort();
