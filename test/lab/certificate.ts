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

/** What a certificate is for; the lab's own unless told. */
export interface CertificateWishes {
  readonly names?: readonly string[];
  /** Days from now; negative for one that has expired. A week unless told. */
  readonly endsInDays?: number;
}

/** Makes a fresh self-signed certificate; it is valid since yesterday, for clocks that are off, or for a day before its end. */
export async function makeCertificate({
  names = ALL_NAMES,
  endsInDays = 7,
}: CertificateWishes = {}): Promise<Certificate> {
  const end = Date.now() + endsInDays * DAY;
  const pair = await generate([{ name: "commonName", value: "Faultline fault lab" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(Math.min(Date.now(), end) - DAY),
    notAfterDate: new Date(end),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: names.map((value) => ({ type: 2, value })) },
    ],
  });
  const publicKey = new X509Certificate(pair.cert).publicKey.export({ type: "spki", format: "der" });
  return {
    key: pair.private,
    cert: pair.cert,
    publicKeyHash: createHash("sha256").update(publicKey).digest("base64"),
  };
}
