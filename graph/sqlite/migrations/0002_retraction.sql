-- Why an article was retracted or restored, in the words of whoever did it.
ALTER TABLE change ADD COLUMN reason TEXT;
