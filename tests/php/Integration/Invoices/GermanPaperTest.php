<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Documents\Paper;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** What German law wants to read (§§ 14, 14a, 19 UStG), and numbers and days as they are written there; without a language pack. */
final class GermanPaperTest extends IntegrationTestCase
{
    use MakesInvoices;

    public function test_an_invoice_has_the_laws_words_and_german_numbers_and_days(): void
    {
        $this->of_berlin();
        $invoice = $this->german([
            'due_date' => '2027-03-01',
            'supply' => ['from' => '2026-11-01', 'to' => '2026-11-30'],
            'purchase_order' => 'PO-77',
            'lines' => [$this->line(['quantity' => '1.5', 'unit_code' => 'HUR', 'unit_price' => 123_456, 'tax' => ['name' => 'USt.', 'rate' => '19', 'category' => 'S']]), $this->line(['unit_code' => 'DAY', 'tax' => ['name' => 'USt.', 'rate' => '7', 'category' => 'S']])],
        ]);
        $paper = $this->paper($invoice);
        $facts = array_column($paper->facts, 'value', 'label');

        self::assertSame("Rechnung {$invoice->number}", $paper->title);
        self::assertSame('Rechnungsnummer', array_key_first($facts));
        self::assertSame(['1. März 2027', '1. November 2026 – 30. November 2026', 'PO-77'], [$facts['Fälligkeitsdatum'], $facts['Leistungszeitraum'], $facts['Bestellnummer']]);
        self::assertArrayHasKey('Ausstellungsdatum', $facts);
        self::assertSame(['Rechnungssteller', 'Rechnungsempfänger'], [$paper->seller['label'], $paper->buyer['label']]);
        self::assertSame([], array_diff(['USt-IdNr. DE123456788', 'Steuernummer 27/123/45678'], $paper->seller['lines']));
        self::assertSame(['Beschreibung', 'Menge', 'Einzelpreis', null, 'USt.', 'Betrag'], array_values($paper->columns));
        self::assertSame([["1,5\u{A0}Std.", "1.234,56\u{A0}€", "19\u{A0}%", "1.851,84\u{A0}€"], ["1\u{A0}Tag", "100,00\u{A0}€", "7\u{A0}%", "100,00\u{A0}€"]], array_map(static fn (array $line): array => [$line['quantity'], $line['unit_price'], $line['tax'], $line['amount']], $paper->lines));
        self::assertSame(['Netto' => "1.951,84\u{A0}€", "USt. 19\u{A0}% auf 1.851,84\u{A0}€" => "351,85\u{A0}€", "USt. 7\u{A0}% auf 100,00\u{A0}€" => "7,00\u{A0}€", 'Gesamtbetrag' => "2.310,69\u{A0}€"], array_column($paper->totals, 'value', 'label'));
        self::assertSame("2.310,69\u{A0}€ fällig am 1. März 2027", $paper->headline);
        self::assertSame('Seite %1$d von %2$d', $paper->page_label);
    }

    public function test_what_is_not_taxed_says_why_in_the_laws_words(): void
    {
        $this->of_berlin();
        $notes = fn (string $category, string $reason = ''): array => $this->paper($this->german(['supply' => ['from' => '2026-11-05', 'to' => null], 'lines' => [$this->line(['tax' => ['name' => 'USt.', 'rate' => '0', 'category' => $category, 'reason' => $reason]])]]))->notes;

        self::assertStringStartsWith('Steuerschuldnerschaft des Leistungsempfängers', implode($notes('AE')));
        self::assertSame(['Umsatzsteuerfrei: Kleinunternehmer gemäß § 19 UStG'], $notes('E', 'Kleinunternehmer gemäß § 19 UStG'));
        self::assertSame(['Steuerfreie innergemeinschaftliche Lieferung.'], $notes('K'));
        self::assertSame(['Steuerfreie Ausfuhrlieferung.'], $notes('G'));
        self::assertSame(['Im Land des leistenden Unternehmers nicht steuerbar.'], $notes('O'));
    }

    public function test_prices_include_no_tax_that_is_not_charged(): void
    {
        $this->of_berlin();
        $sums = fn (array $tax): array => array_column($this->paper($this->german(['tax_mode' => TaxMode::Inclusive->value, 'lines' => [$this->line(['unit_price' => 11_900, 'tax' => $tax])]]))->totals, 'label');

        self::assertSame(['Gesamtbetrag', "Enthält USt. 19\u{A0}% auf 100,00\u{A0}€"], $sums(['name' => 'USt.', 'rate' => '19', 'category' => 'S']));
        self::assertSame(['Gesamtbetrag', "Steuerbefreit auf 119,00\u{A0}€"], $sums(['name' => 'USt.', 'rate' => '0', 'category' => 'E', 'reason' => '§ 19 UStG']));
    }

    /** "Gutschrift" is what a buyer writes to be billed by (§ 14 Abs. 2 UStG). */
    public function test_a_credit_note_corrects_an_invoice_and_is_no_gutschrift(): void
    {
        $this->of_berlin();
        $invoice = $this->german([]);
        $credited = $this->plugin()->module(CreditNotesModule::class);
        $note = $credited->credit()->handle($invoice->id, $invoice->version, CreditExtent::amount(2_300), 'Weniger Stunden', Surplus::Keep, Viewer::system(), 'german');
        $paper = $credited->archive()->paper($note->id);

        self::assertSame('Rechnungskorrektur CN-0001', $paper->title);
        self::assertSame("Korrektur über 23,00\u{A0}€", $paper->headline);
        self::assertSame($invoice->number, array_column($paper->facts, 'value', 'label')['Korrigierte Rechnung']);
        self::assertSame('Grund: Weniger Stunden', $paper->message);
        self::assertContains('Korrekturbetrag', array_column($paper->totals, 'label'));
        self::assertStringNotContainsStringIgnoringCase('gutschrift', (string) wp_json_encode($paper->to_array(), JSON_UNESCAPED_UNICODE));
    }

    /** @param array<string, mixed> $changes */
    private function german(array $changes): Invoice
    {
        $client = $this->client('Müller & Söhne GmbH', 'jörg@mueller.test', 'de_DE');
        $this->plugin()->database()->update('clients', ['vat_id' => 'DE123456788'], ['id' => $client->id]);

        return $this->issued($client, $changes);
    }

    private function paper(Invoice $invoice): Paper
    {
        $paper = $this->plugin()->module(InvoicesModule::class)->archive()->paper($invoice->id);
        self::assertNotNull($paper);

        return $paper;
    }

    private function of_berlin(): void
    {
        $settings = $this->plugin()->settings();
        $settings->set('business', ['locale' => 'de_DE', 'legal' => ['vat_id' => 'DE123456788', 'tax_number' => '27/123/45678', 'tax_status' => 'active']] + $settings->get('business'));
    }
}
