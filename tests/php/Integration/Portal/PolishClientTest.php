<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Clients\Client;
use Counterfoil\Clients\Contact;
use Counterfoil\Identity\IdentityModule;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Languages;
use PHPUnit\Framework\Attributes\DataProvider;

/** The test site is in English and has no language pack, like most. */
final class PolishClientTest extends PortalViewTestCase
{
    private Client $kowalska;
    private Contact $lucja;

    protected function setUp(): void
    {
        parent::setUp();
        $this->kowalska = $this->client('Pracownia Kowalska', '', 'pl_PL');
        $this->lucja = $this->active_contact($this->kowalska, 'lucja@kowalska.test', 'Łucja Kowalska');
    }

    public function test_the_site_itself_offers_no_language_it_does_not_have(): void
    {
        self::assertSame([], get_available_languages());
        self::assertSame(['en_US', 'de_DE', 'en_GB', 'pl_PL'], Languages::shipped());
    }

    public function test_a_mail_is_in_the_clients_language_and_the_next_one_is_not(): void
    {
        $invoice = $this->issued($this->kowalska);
        $this->issued($this->a);
        $this->send_mail();

        $polish = $this->outbox->to('lucja@kowalska.test')[0];
        self::assertStringStartsWith("Faktura {$invoice->number} – ", $polish['subject']);
        self::assertStringContainsString('opłać fakturę', $polish['message']);
        self::assertStringContainsString("100,00\u{A0}€", $polish['message']);
        self::assertStringContainsString('lang="pl-PL"', $polish['message']);
        self::assertStringStartsWith('Invoice ', $this->outbox->to('ada@harbour.test')[0]['subject']);
        self::assertSame('en_US', determine_locale());
    }

    public function test_an_invitation_is_in_the_clients_language(): void
    {
        $contact = $this->contact($this->kowalska, 'jan@kowalska.test', 'Jan Kowalski');
        $this->plugin->module(IdentityModule::class)->invitations()->send($contact, Actor::system());
        $this->send_mail();

        self::assertStringContainsString('zaproszenie do portalu klienta', $this->outbox->to('jan@kowalska.test')[0]['subject']);
    }

    public function test_the_document_is_labelled_in_the_clients_language(): void
    {
        $document = $this->plugin->module(InvoicesModule::class)->papers()->of($this->issued($this->kowalska));

        self::assertSame('pl-PL', $document->locale);
        self::assertStringContainsString('Faktura', $document->title);
        self::assertContains('Termin płatności', array_column($document->facts, 'label'));
        self::assertSame('Nabywca', $document->buyer['label']);
    }

    public function test_refusals_of_the_portals_routes_are_in_the_clients_language(): void
    {
        $route = '/counterfoil/v1/portal/invoices/999999999';

        self::assertSame('Nie znaleziono.', self::json($this->rest('GET', $route, null, (int) $this->lucja->user_id))['message']);
        self::assertSame('Not found.', self::json($this->rest('GET', $route, null, (int) $this->contact_a->user_id))['message']);
        self::assertSame('en_US', determine_locale());
    }

    public function test_who_opens_a_mailed_link_is_spoken_to_before_they_log_in(): void
    {
        $contact = $this->contact($this->kowalska, 'jan@kowalska.test', 'Jan Kowalski');
        $answer = self::json($this->rest('POST', '/counterfoil/v1/invitations/redeem', ['token' => $this->invite($contact), 'password' => 'jan@kowalska.test']));

        self::assertStringStartsWith('To hasło jest zbyt łatwe do odgadnięcia.', $answer['message']);
    }

    public function test_the_source_language_stands_in_for_its_sisters_and_unknown_ones_change_nothing(): void
    {
        $spoken = static fn (string $locale): string => Languages::in($locale, static fn (): string => determine_locale() . ': ' . __('Invoice', 'counterfoil'));

        self::assertSame('en_US: Invoice', $spoken('en_AU'));
        self::assertSame('en_US: Invoice', $spoken('fr_FR'));
        self::assertSame('de_DE: Rechnung', $spoken('de_LU'));
        self::assertSame('pl_PL: Faktura', $spoken('pl_PL'));
        self::assertSame('en_US: Invoice', Languages::in('pl_PL', static fn (): string => $spoken('en_AU')));
        self::assertSame('en_US', determine_locale());
    }

    public function test_in_britain_words_are_spelled_as_there(): void
    {
        $words = static fn (): array => [__('Check', 'counterfoil'), __('Payment of %s canceled', 'counterfoil'), __('Invoice', 'counterfoil')];

        self::assertSame(['Cheque', 'Payment of %s cancelled', 'Invoice'], Languages::in('en_GB', $words));
        self::assertSame(['Check', 'Payment of %s canceled', 'Invoice'], $words());
        self::assertSame(['Cheque', 'Payment of %s cancelled', 'Invoice'], Languages::in('pl_PL', static fn (): array => Languages::in('en_GB', $words)));
    }

    /** @return iterable<string, array{string, string}> */
    public static function files(): iterable
    {
        yield 'formal German' => ['counterfoil-de_DE_formal.mo', 'counterfoil-de_DE.mo'];
        yield 'a script in Austria' => ['counterfoil-de_AT-counterfoil-admin.json', 'counterfoil-de_DE-counterfoil-admin.json'];
        yield 'what is there' => ['counterfoil-en_GB.mo', 'counterfoil-en_GB.mo'];
        yield 'English is in the code' => ['counterfoil-en_AU.mo', 'counterfoil-en_AU.mo'];
        yield 'a language that nobody translated' => ['counterfoil-fr_FR.mo', 'counterfoil-fr_FR.mo'];
    }

    #[DataProvider('files')]
    public function test_of_a_language_without_a_file_its_nearest_relative_is_read(string $asked, string $read): void
    {
        $folder = dirname(COUNTERFOIL_FILE) . '/build/languages';

        self::assertSame("{$folder}/{$read}", Languages::relative_of("{$folder}/{$asked}"));
    }

    public function test_a_site_in_formal_german_reads_german(): void
    {
        $formal = static fn (): string => 'de_DE_formal';
        add_filter('determine_locale', $formal);
        unload_textdomain('counterfoil', true);
        try {
            self::assertSame('Rechnung', __('Invoice', 'counterfoil'));
            $words = load_script_translations(dirname(COUNTERFOIL_FILE) . '/build/languages/counterfoil-de_DE_formal-counterfoil-admin.json', 'counterfoil-admin', 'counterfoil');
            self::assertStringContainsString('"Save draft":["Entwurf speichern"]', (string) $words);
        } finally {
            // What was read stays in memory, for the tests after this one too.
            remove_filter('determine_locale', $formal);
            unload_textdomain('counterfoil', true);
        }
    }
}
