import { createHash, X509Certificate } from "node:crypto";
import { generate } from "selfsigned";
import { ALL_NAMES } from "./names.ts";

/** A key pair for every name of the lab; PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** SHA-256 of the public key, base64: the form that Chromium's `--ignore-certificate-errors-spki-list` takes. */
  readonly publicKeyHash: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** Makes a fresh self-signed certificate that is valid for a week, and from yesterday for clocks that are off. */
export async function makeCertificate(): Promise<Certificate> {
  const pair = await generate([{ name: "commonName", value: "Faultline fault lab" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + 7 * DAY),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: ALL_NAMES.map((value) => ({ type: 2, value })) },
    ],
  });
  const publicKey = new X509Certificate(pair.cert).publicKey.export({ type: "spki", format: "der" });
  return {
    key: pair.private,
    cert: pair.cert,
    publicKeyHash: createHash("sha256").update(publicKey).digest("base64"),
  };
}
