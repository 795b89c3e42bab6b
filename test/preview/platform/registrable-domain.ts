export const registrableDomains = async () => () => "shop.example";
