/** The same weight, in decibans, for each cause that takes a whole site from everybody while it lasts. */
export const wholeSiteCauses = (decibans: number) =>
  ({
    "origin-down": decibans,
    "origin-slow": decibans,
    "origin-invalid": decibans,
    overload: decibans,
    maintenance: decibans,
    "switched-off": decibans,
    misconfigured: decibans,
    "gateway-fault": decibans,
  }) as const;
