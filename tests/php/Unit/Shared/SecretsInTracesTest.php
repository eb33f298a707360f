<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Tests\Support\Sources;
use PHPUnit\Framework\TestCase;

/** Where PHP shows the arguments of a trace, passwords and tokens are not among them. */
final class SecretsInTracesTest extends TestCase
{
    public function test_parameters_that_hold_a_secret_are_marked(): void
    {
        $open = [];
        $found = 0;
        foreach (Sources::of_plugin() as $file => $source) {
            preg_match_all('/(?P<marked>#\[SensitiveParameter\]\s*)?(?:(?:public|private|readonly)\s+)*\??(?:string|mixed|array)\s+\$(?P<name>password|secret|token|secret_key|webhook_secret)\b\s*(?P<after>[,)=])/', $source, $matches, PREG_SET_ORDER);
            foreach ($matches as $match) {
                ++$found;
                if ($match['marked'] === '') {
                    $open[] = "{$file}: \${$match['name']}";
                }
            }
        }
        self::assertGreaterThan(40, $found);
        self::assertSame([], $open);
    }
}
