<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Counterfoil\Bank\BankModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Invoices\OpenBills;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use RuntimeException;
use WP_User;

/**
 * Yesterday's bank statement, waiting for review: an invoice paid in full, a part of another by somebody with the client's
 * name, more than is due on a third, a transfer that nobody knows, and a fee.
 *
 * @phpstan-import-type Bill from OpenBills
 */
final readonly class Statement
{
    public function __construct(private Stage $stage)
    {
    }

    public function import(): void
    {
        [$paid, $part, $over] = $this->bills();
        $day = $this->stage->now()->modify('-1 day')->format('Y-m-d');
        $entries = implode('', [
            self::entry(1, $paid['due'], $paid['currency'], $day, $this->name_of($paid), 'DE75512108001245126199', "Invoice {$paid['number']}"),
            self::entry(2, intdiv($part['due'], 2), $part['currency'], $day, mb_strtoupper($this->name_of($part)), 'DE02120300000000202051', 'First half, as agreed'),
            self::entry(3, $over['due'] + 2_500, $over['currency'], $day, $this->name_of($over), 'AT611904300234573201', "Payment of {$over['number']}"),
            self::entry(4, 4_210, $paid['currency'], $day, 'Stadtkasse', 'DE27100777770209299700', 'Refund of parking permit'),
            self::entry(5, -890, $paid['currency'], $day, 'Nordbank', '', 'Account fee'),
        ]);
        $path = (string) tempnam(get_temp_dir(), 'statement');
        file_put_contents($path, '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id>'
            . "<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>{$entries}</Stmt></BkToCstmrStmt></Document>");
        Plugin::instance()->module(BankModule::class)->receive()->read($path, "statement-{$day}.xml", Actor::staff(new WP_User($this->stage->staff())));
        wp_delete_file($path);
    }

    /** @phpstan-return array{Bill, Bill, Bill} of three clients, in one currency, so that one account has them all */
    private function bills(): array
    {
        $found = [];
        foreach ((new OpenBills(Plugin::instance()->database()))->all() as $bill) {
            $found[$bill['currency']][$bill['client_id']] ??= $bill;
        }
        foreach ($found as $bills) {
            $bills = array_values($bills);
            if (isset($bills[2])) {
                return [$bills[0], $bills[1], $bills[2]];
            }
        }
        throw new RuntimeException('No three clients owe money in one currency.');
    }

    /** @phpstan-param Bill $bill */
    private function name_of(array $bill): string
    {
        return Plugin::instance()->module(ClientsModule::class)->clients()->get($bill['client_id'], Viewer::system())->name;
    }

    private static function entry(int $number, int $amount, string $currency, string $day, string $name, string $account, string $text): string
    {
        $direction = $amount < 0 ? 'DBIT' : 'CRDT';
        [$party, $of] = $amount < 0 ? ['Cdtr', 'CdtrAcct'] : ['Dbtr', 'DbtrAcct'];
        $name = esc_xml($name);
        $text = esc_xml($text);
        $decimal = sprintf('%d.%02d', intdiv(abs($amount), 100), abs($amount) % 100);

        return "<Ntry><Amt Ccy=\"{$currency}\">{$decimal}</Amt><CdtDbtInd>{$direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{$day}</Dt></BookgDt><AcctSvcrRef>DEMO{$number}</AcctSvcrRef>"
            . "<NtryDtls><TxDtls><RltdPties><{$party}><Pty><Nm>{$name}</Nm></Pty></{$party}><{$of}><Id><IBAN>{$account}</IBAN></Id></{$of}></RltdPties><RmtInf><Ustrd>{$text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";
    }
}
