<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\DomainError;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Law 16: what people typed and the paper can't show is said while they type, and is never issued. */
final class UnprintableTextTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private const ROOT = '/counterfoil/v1/invoices';

    public function test_it_is_named_while_typing_with_its_place_and_its_characters(): void
    {
        $client = $this->client('☕ Café Ægir');
        $body = $this->body($client->id, ['lines' => [$this->line(), $this->line(['description' => 'ホスティング 2026'])], 'message' => "Zażółć\nเดือน"]);
        $response = $this->rest('POST', self::ROOT . '/preview', $body, $this->administrator());

        self::assert_status(200, $response);
        $said = (array) $response->get_data()['unprintable'];
        self::assertSame(['/lines/1/description', '/message', '/client_id'], array_keys($said));
        self::assertStringStartsWith('Line 2: the PDF can’t show “ホ”, “ス”, “テ”, “ィ”, “ン”, “グ”.', $said['/lines/1/description']);
        self::assertStringStartsWith('Message: the PDF can’t show “เ”, “ด”, “ื”, “อ”, “น”.', $said['/message']);
        self::assertStringStartsWith('Client: the PDF can’t show “☕”.', $said['/client_id']);
    }

    public function test_it_is_not_issued(): void
    {
        $draft = $this->draft($this->client(), ['lines' => [$this->line(['description' => 'Hosting 🚀'])]]);
        $response = $this->rest('POST', self::ROOT . "/{$draft->id}/send", ['version' => $draft->version], $this->administrator());

        self::assert_status(400, $response);
        self::assertSame(['/lines/0/description'], array_keys((array) $response->get_data()['data']['fields']));
        self::assertSame(['draft', 0, 0], [$this->rest('GET', self::ROOT . "/{$draft->id}", user: $this->administrator())->get_data()['state'], $this->rows_in('outbox'), $this->rows_in('document_forms')]);
    }

    public function test_what_can_be_shown_is_issued_in_any_script_of_the_font(): void
    {
        $issued = $this->issued($this->client('Кафе „Ёж“ · Καφέ · קפה · مقهى – Đặng'), ['message' => "2\u{2011}3 · −5 %\u{202F}· “x”"]);

        self::assertNotNull($issued->number);
    }

    public function test_with_a_font_of_the_site_it_is_issued_and_drawn_and_without_it_no_marks_are_kept(): void
    {
        $plugin = $this->plugin();
        $archive = $plugin->module(InvoicesModule::class)->archive();
        $plugin->settings()->set('documents', ['font' => dirname(__DIR__, 3) . '/fixtures/fonts/cjk-Regular.otf']);
        [$drawn, $left] = [$this->issued($this->client('株式会社山田商店')), $this->issued($this->client('株式会社山田商店'))];
        self::assertStringStartsWith('%PDF-', $archive->pdf($drawn->id));

        $plugin->settings()->set('documents', ['font' => '/gone.otf']);
        self::assertStringStartsWith('%PDF-', $archive->pdf($drawn->id), 'What was made stays.');
        try {
            $archive->pdf($left->id);
            self::fail('Marks were drawn.');
        } catch (DomainError $error) {
            self::assertSame('pdf_font_gone', $error->reason);
        }
        self::assertSame(1, $this->rows_in('document_pdfs'));
    }
}
