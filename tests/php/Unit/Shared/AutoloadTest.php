<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Shared\Html;
use Opis\JsonSchema\Validator;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;
use QRcode;
use TCPDF;

/** In a process of its own: PHPUnit has woken the libraries' autoloader already. */
final class AutoloadTest extends TestCase
{
    /** @param class-string $class */
    #[TestWith([Validator::class])]
    #[TestWith([TCPDF::class])]
    #[TestWith([QRcode::class])]
    #[TestWith([Html::class])]
    public function test_the_first_class_that_is_asked_for_is_found(string $class): void
    {
        $code = sprintf('require %s; echo class_exists(%s) ? "found" : "missing";', var_export(dirname(__DIR__, 4) . '/includes/autoload.php', true), var_export($class, true));
        exec(escapeshellarg(PHP_BINARY) . ' -r ' . escapeshellarg($code), $output);

        self::assertSame('found', implode("\n", $output));
    }
}
