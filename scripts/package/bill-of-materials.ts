import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import * as v from "valibot";
import { type Identity, isPlaceholder } from "../identity.ts";

/** A package whose code or data is in the extension, as the build writes it. */
const componentSchema = v.object({ name: v.string(), version: v.string(), identifier: v.string() });
const componentsSchema = v.array(componentSchema);
export type Component = v.InferOutput<typeof componentSchema>;

/** Reads what the build has written of its packages. */
export const parseComponents = (json: string): Component[] => v.parse(componentsSchema, JSON.parse(json));

/** Of package-lock.json, what is known of each package that lies below node_modules. */
const lockSchema = v.object({
  packages: v.record(v.string(), v.object({ version: v.optional(v.string()), integrity: v.optional(v.string()) })),
});
export type Lock = v.InferOutput<typeof lockSchema>;
export const parseLock = (json: string): Lock => v.parse(lockSchema, JSON.parse(json));

/** The package URL of a package of npm; its scope's "@" is escaped (package-url/purl-spec, "npm"). */
const purlOf = ({ name, version }: Component): string => `pkg:npm/${name.replace("@", "%40")}@${version}`;

/** The hash that npm has checked when it installed the package. */
function hashOf({ name, version }: Component, lock: Lock): string {
  const locked = lock.packages[`node_modules/${name}`];
  const sha512 = /^sha512-([A-Za-z0-9+/=]+)$/.exec(locked?.integrity ?? "")?.[1];
  if (locked?.version !== version || sha512 === undefined) throw new Error(`${name} ${version} is not what is locked`);
  return Buffer.from(sha512, "base64").toString("hex");
}

function described(component: Component, lock: Lock): Models.Component {
  // npm's names carry their scope before a slash; CycloneDX keeps it apart.
  const [name = "", group] = component.name.split("/").reverse();
  const described = new Models.Component(Enums.ComponentType.Library, name, {
    bomRef: purlOf(component),
    version: component.version,
    purl: purlOf(component),
    scope: Enums.ComponentScope.Required,
    ...(group === undefined ? {} : { group }),
  });
  described.licenses.add(new Models.LicenseExpression(component.identifier));
  described.hashes.set(Enums.HashAlgorithm["SHA-512"], hashOf(component, lock));
  return described;
}

/**
 * The bill of materials (CycloneDX 1.6, JSON): every package whose code or data is in the extension, with the hash by
 * which npm knows it. Without time and serial number, so that the same build has the same one.
 */
export function billOfMaterials(
  version: string,
  { components, lock, identity }: { components: readonly Component[]; lock: Lock; identity: Identity },
): string {
  const self = new Models.Component(Enums.ComponentType.Application, "faultline", { bomRef: "faultline", version });
  self.licenses.add(new Models.LicenseExpression("MIT"));
  const { Support, VCS, Website } = Enums.ExternalReferenceType;
  for (const [type, address] of [
    [Website, identity.homePage],
    [Support, identity.supportAddress],
    [VCS, identity.sourceCode],
  ] as const) {
    if (!isPlaceholder(address)) self.externalReferences.add(new Models.ExternalReference(address, type));
  }
  const bom = new Models.Bom();
  bom.metadata.component = self;
  for (const component of components) {
    const entry = described(component, lock);
    bom.components.add(entry);
    self.dependencies.add(entry.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}
