<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Emails\Outbox as Letters;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\Outbox;
use PHPUnit\Framework\Attributes\DataProvider;

/** Law 16: paper and mail offer to pay online what can be paid online, and nothing else. */
final class OffersThatCanBeKeptTest extends IntegrationTestCase
{
    use PaysInvoices;

    /** @return iterable<string, array{string, int, bool}> */
    public static function sums(): iterable
    {
        yield 'ordinary' => ['EUR', 12_300, true];
        yield 'the largest' => ['EUR', 99_999_999, true];
        yield 'too large' => ['EUR', 100_000_000, false];
        yield 'too small' => ['EUR', 10, false];
        yield 'tenths of a fils' => ['KWD', 12_345, false];
        yield 'whole hundredths of a dinar' => ['KWD', 12_340, true];
        yield 'forints' => ['HUF', 123_400, true];
        yield 'rupiahs' => ['IDR', 150_000_000, true];
    }

    #[DataProvider('sums')]
    public function test_what_is_printed_and_mailed_is_what_can_be_done(string $currency, int $amount, bool $is_offered): void
    {
        $this->connect_stripe();
        $this->portal_pages();
        $outbox = new Outbox();
        $client = $this->client(currency: $currency);
        $this->payer($client);
        $invoice = $this->issued($client, ['currency' => $currency, 'lines' => [$this->line(['unit_price' => $amount, 'tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'O']])]]);
        $this->plugin()->module(SharedModule::class)->worker()->run(only: [Letters::JOB]);

        $paper = $this->plugin()->module(InvoicesModule::class)->papers()->of($invoice)->to_array();
        $mail = strip_tags($outbox->mails[0]['message']);
        self::assertSame($is_offered, $paper['pay_hint'] !== null, 'Paper');
        self::assertSame($is_offered, str_contains($mail, 'pay it online'), $mail);
        self::assertSame($is_offered, str_contains($mail, 'View and pay invoice'), 'Button');
    }

    private function portal_pages(): void
    {
        $this->plugin()->module(\Counterfoil\Portals\PortalsModule::class)->create_pages()->handle(
            $this->plugin()->module(\Counterfoil\Portals\PortalsModule::class)->portals()->default()->id,
            \Counterfoil\Shared\Actor::system()
        );
    }
}
