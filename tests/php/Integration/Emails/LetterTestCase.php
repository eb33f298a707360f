<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Emails;

use Counterfoil\Clients\Access;
use Counterfoil\Clients\Client;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Emails\EmailsModule;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Invoices\ProFormas\ProFormasModule;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Tests\Support\PortalTestCase;
use DateTimeImmutable;
use DOMDocument;
use LibXMLError;

/** Tests with mails about invoices. */
abstract class LetterTestCase extends PortalTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        Plugin::instance()->settings()->set('business', [
            'name' => 'Studio Nord',
            'email' => 'billing@studio-nord.test',
            'phone' => '+49 30 1234567',
            'website' => 'https://studio-nord.test/',
            'address' => ['line1' => 'Hafenstraße 12', 'line2' => '', 'postcode' => '10115', 'city' => 'Berlin', 'region' => '', 'country' => 'DE'],
            'tax_id' => 'DE123456789',
            'timezone' => 'Europe/Berlin',
            'currency' => 'EUR',
            'locale' => 'en_US',
        ]);
        $this->plugin->module(PortalsModule::class)->portals()->save_brand($this->portal->id, 'Studio Nord', '#0b6e4f', null);
        $this->portal = $this->plugin->module(PortalsModule::class)->portals()->default();
    }

    /** Somebody who can log in already. */
    protected function with_access(Client $client, string $email): Client
    {
        $this->plugin->database()->update('contacts', ['access' => Access::Active->value], ['id' => $this->contact($client, $email)->id]);

        return $client;
    }

    protected function withdrawn(Client $client): Invoice
    {
        return $this->plugin->module(ProFormasModule::class)->withdraw()->handle($this->issued($client, kind: DocumentKind::ProForma)->id, Actor::system());
    }

    protected function issued(Client $client, string $message = '', int $amount = 98_900, DocumentKind $kind = DocumentKind::Invoice): Invoice
    {
        $invoices = $this->plugin->module(InvoicesModule::class);
        $draft = $this->plugin->module(DraftsModule::class)->create()->handle(new InvoiceTerms(
            $client->id,
            null,
            Currency::of('EUR'),
            TaxMode::Exclusive,
            (new DateTimeImmutable('+14 days'))->format('Y-m-d'),
            [new InvoiceLine(null, 'Website care', '1', $amount, null, new Tax('VAT', '19'))],
            null,
            $message,
            kind: $kind
        ), Actor::system());

        return $this->plugin->module(IssuingModule::class)->issue()->handle($draft->id, $draft->version, Actor::system());
    }

    /** @param array<string, scalar|null> $data */
    protected function enqueue(string $message, ?Invoice $invoice = null, array $data = [], string $recipient = 'jane@client.test', string $name = 'Jane Doe', string $locale = 'en_US'): bool
    {
        return $this->plugin->module(EmailsModule::class)->outbox()->leave(new Mail($message, bin2hex(random_bytes(8)), $recipient, $name, $locale, $invoice?->client_id, $this->portal->id, $invoice?->id, $data));
    }

    protected static function text_of(string $html): string
    {
        return trim((string) preg_replace('/\s+/u', ' ', html_entity_decode(strip_tags((string) preg_replace('#<(style|title)\b.*?</\1>#s', '', str_replace('<?=', '&lt;?=', $html))))));
    }

    /** @return list<string> what an HTML parser complains about */
    protected static function problems_of(string $html): array
    {
        $previous = libxml_use_internal_errors(true);
        (new DOMDocument())->loadHTML($html);
        $problems = array_map(static fn (LibXMLError $error): string => $error->message, libxml_get_errors());
        libxml_clear_errors();
        libxml_use_internal_errors($previous);

        return $problems;
    }
}
