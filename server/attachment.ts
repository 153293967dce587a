/** The header that makes a browser save an answer under a name, which may be Chinese. Source: RFC 6266. */
export const attachment = (fileName: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
