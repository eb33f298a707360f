<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

/** Letters to a German client of a site in English without a language pack. */
final class GermanLettersTest extends LetterTestCase
{
    public function test_the_letters_about_money_say_it_in_german(): void
    {
        $client = $this->with_access($this->client('Müller & Söhne e. K.', '', 'de_DE'), 'jane@client.test');
        $invoice = $this->issued($client);
        $due = (new \IntlDateFormatter('de_DE', \IntlDateFormatter::LONG, \IntlDateFormatter::NONE, 'UTC'))->format(new DateTimeImmutable($invoice->due_date, new \DateTimeZone('UTC')));
        $money = ['amount' => 50_000, 'currency' => 'EUR', 'method' => 'Visa', 'balance' => 67_691, 'invoices' => (string) $invoice->id, 'why' => ''];
        foreach (['receipt', 'refund', 'reminder'] as $message) {
            $this->enqueue($message, $invoice, $money, locale: 'de_DE');
        }
        $this->plugin->module(CreditNotesModule::class)->credit()->handle($invoice->id, $invoice->version, CreditExtent::amount(10_000), 'Weniger Stunden', Surplus::Keep, Viewer::system(), 'german');
        $this->send_mail();
        $read = [];
        foreach ($this->outbox->to('jane@client.test') as $mail) {
            self::assertStringContainsString('lang="de-DE"', $mail['message']);
            $read[$mail['subject']] = str_replace("\u{A0}", ' ', self::text_of($mail['message']));
        }
        $number = $invoice->number;

        foreach ([
            "Rechnung {$number} von Studio Nord" => ["1.076,91 € fällig am {$due}", 'Rechnung ansehen und bezahlen', 'Fälligkeitsdatum', 'Guten Tag Jane Doe,', 'Berlin, Deutschland'],
            "Zahlungsbeleg zu Rechnung {$number} von Studio Nord" => ['Vielen Dank für Ihre Zahlung über 500,00 €', 'beträgt jetzt 676,91 €'],
            "Erstattung zu Rechnung {$number} von Studio Nord" => ['Ihre Erstattung über 500,00 € ist unterwegs', 'ursprüngliche Zahlungsart: Visa.'],
            "Rechnungskorrektur CN-0001 von Studio Nord" => ["Studio Nord hat Rechnung {$number} um 100,00 € korrigiert.", 'Der offene Betrag der Rechnung wurde um 100,00 € verringert.'],
            "Zahlungserinnerung: Rechnung {$number} von Studio Nord" => ["ist am {$due} fällig; daran möchten wir Sie freundlich erinnern."],
        ] as $subject => $parts) {
            self::assertArrayHasKey($subject, $read, implode("\n", array_keys($read)));
            foreach ($parts as $part) {
                self::assertStringContainsString($part, $read[$subject]);
            }
        }
    }

    public function test_a_sentence_that_ends_with_an_abbreviated_name_has_one_full_stop(): void
    {
        $client = $this->client('Müller & Söhne e. K.', '', 'de_DE');
        $contact = $this->contact($client, 'jane@client.test');
        $this->enqueue('new_contact_access', null, ['contact_id' => $contact->id], locale: 'de_DE');
        $this->send_mail();

        self::assertStringContainsString('Zugang zu Müller & Söhne e. K. Melden Sie sich', self::text_of($this->outbox->mails[0]['message'] ?? ''));
    }
}
