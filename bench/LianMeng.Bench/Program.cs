Console.WriteLine("usage: retrieval FOLDER");
