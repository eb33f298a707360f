import { PdfFontSettings } from './pdf-font';

/** What documents look like. */
export default function DesignSettings() {
	return <PdfFontSettings />;
}
