<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Identity;

use Counterfoil\Identity\BrowserName;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class BrowserNameTest extends TestCase
{
    #[TestWith(['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'])]
    #[TestWith(['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge, Windows'])]
    #[TestWith(['Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'Chrome, Android'])]
    #[TestWith(['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari, iPhone'])]
    #[TestWith(['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'Safari, Mac'])]
    #[TestWith(['curl/8.0', ''])]
    #[TestWith(['', ''])]
    public function test_it_is_two_words_its_owner_knows(string $agent, string $name): void
    {
        self::assertSame($name, BrowserName::of($agent));
    }
}
