<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

use IntlChar;

/** The bidirectional class of a code point, under the names of UAX #9 (table 4). */
enum BidiClass: int
{
    case L = IntlChar::CHAR_DIRECTION_LEFT_TO_RIGHT;
    case R = IntlChar::CHAR_DIRECTION_RIGHT_TO_LEFT;
    case AL = IntlChar::CHAR_DIRECTION_RIGHT_TO_LEFT_ARABIC;
    case EN = IntlChar::CHAR_DIRECTION_EUROPEAN_NUMBER;
    case ES = IntlChar::CHAR_DIRECTION_EUROPEAN_NUMBER_SEPARATOR;
    case ET = IntlChar::CHAR_DIRECTION_EUROPEAN_NUMBER_TERMINATOR;
    case AN = IntlChar::CHAR_DIRECTION_ARABIC_NUMBER;
    case CS = IntlChar::CHAR_DIRECTION_COMMON_NUMBER_SEPARATOR;
    case NSM = IntlChar::CHAR_DIRECTION_DIR_NON_SPACING_MARK;
    case BN = IntlChar::CHAR_DIRECTION_BOUNDARY_NEUTRAL;
    case B = IntlChar::CHAR_DIRECTION_BLOCK_SEPARATOR;
    case S = IntlChar::CHAR_DIRECTION_SEGMENT_SEPARATOR;
    case WS = IntlChar::CHAR_DIRECTION_WHITE_SPACE_NEUTRAL;
    case ON = IntlChar::CHAR_DIRECTION_OTHER_NEUTRAL;
    case LRE = IntlChar::CHAR_DIRECTION_LEFT_TO_RIGHT_EMBEDDING;
    case LRO = IntlChar::CHAR_DIRECTION_LEFT_TO_RIGHT_OVERRIDE;
    case RLE = IntlChar::CHAR_DIRECTION_RIGHT_TO_LEFT_EMBEDDING;
    case RLO = IntlChar::CHAR_DIRECTION_RIGHT_TO_LEFT_OVERRIDE;
    case PDF = IntlChar::CHAR_DIRECTION_POP_DIRECTIONAL_FORMAT;
    case LRI = IntlChar::CHAR_DIRECTION_LEFT_TO_RIGHT_ISOLATE;
    case RLI = IntlChar::CHAR_DIRECTION_RIGHT_TO_LEFT_ISOLATE;
    case FSI = IntlChar::CHAR_DIRECTION_FIRST_STRONG_ISOLATE;
    case PDI = IntlChar::CHAR_DIRECTION_POP_DIRECTIONAL_ISOLATE;

    public static function of(int $character): self
    {
        return self::from((int) IntlChar::charDirection($character));
    }

    public static function of_level(int $level): self
    {
        return $level % 2 === 1 ? self::R : self::L;
    }

    public function begins_isolate(): bool
    {
        return $this === self::LRI || $this === self::RLI || $this === self::FSI;
    }

    /** Blanks, punctuation, marks of isolates: what goes as its surroundings go. */
    public function is_neutral(): bool
    {
        return match ($this) {
            self::B, self::S, self::WS, self::ON, self::LRI, self::RLI, self::FSI, self::PDI => true,
            default => false,
        };
    }

    /** The direction that neutrals beside it see: numbers count as right-to-left (rules N0, N1). */
    public function direction(): self
    {
        return $this === self::EN || $this === self::AN ? self::R : $this;
    }
}
