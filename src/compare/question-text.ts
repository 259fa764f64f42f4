import type { Question } from '../store/database.ts';

/** The statement of a question as a reader may see, copy and run it again. */
export const questionText = (question: Question<unknown>): string => `${question.statement.text};\n`;
